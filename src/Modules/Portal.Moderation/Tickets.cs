using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Portal.Moderation.Text;

namespace Portal.Moderation;

/// <summary>What a ticket says. Nobody outside can read or forge it.</summary>
/// <param name="Receipt">The receipt the submission will get. It makes the ticket single-use, and a repeated send give the same answer: no two submissions have the same receipt.</param>
/// <param name="SectionVersionId">The version of the consulted text that the author read.</param>
public sealed record Ticket(string ConsultationSet, string? SectionId, string? SectionVersionId, DateTime IssuedUtc, string Receipt);

/// <summary>Issues and reads the signed tickets without which a guest's form is not accepted.</summary>
public sealed class Tickets(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Long enough to write slowly, be called away and come back.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    readonly IDataProtector protector = protection.CreateProtector("Portal.Moderation.Ticket.v1");

    public string Issue(string consultationSet, string? sectionId, string? sectionVersionId) =>
        protector.Protect(JsonSerializer.Serialize(new Ticket(consultationSet, sectionId, sectionVersionId, clock.GetUtcNow().UtcDateTime, ReceiptCode.New())));

    /// <returns>The ticket, or null where it is not one of ours.</returns>
    public Ticket? Read(string? ticket)
    {
        if (string.IsNullOrEmpty(ticket) || ticket.Length > 4000) return null;
        try { return JsonSerializer.Deserialize<Ticket>(protector.Unprotect(ticket)); }
        catch (CryptographicException) { return null; }
    }

    public bool IsExpired(Ticket ticket) => clock.GetUtcNow().UtcDateTime - ticket.IssuedUtc > Lifetime;
}
