using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;

namespace Portal.Moderation;

/// <summary>Addresses of authors who want to be told: apart from what they wrote, and readable with the portal's keys only.</summary>
public sealed class SubmissionContacts(PortalDb db, IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("Portal.Moderation.Contact.v1");

    public void Add(string submissionId, string address) => db.SubmissionContacts.Add(new() { SubmissionId = submissionId, ProtectedAddress = protector.Protect(address) });

    public async Task<string?> FindAsync(string submissionId, CancellationToken cancel) =>
        await db.SubmissionContacts.AsNoTracking().Where(c => c.SubmissionId == submissionId).Select(c => c.ProtectedAddress).SingleOrDefaultAsync(cancel) is { } stored ? protector.Unprotect(stored) : null;
}
