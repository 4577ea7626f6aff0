using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Moderation.Models;

namespace Portal.Moderation;

/// <summary>When an account goes, its comments stay and nothing says any more whose they were.</summary>
public sealed class AuthorsWhoLeave(PortalDb db) : IAccountHandler
{
    public async Task DeletingAsync(string userId, CancellationToken cancel) =>
        await db.Submissions.Where(s => s.AuthorUserId == userId).ExecuteUpdateAsync(s => s.SetProperty(x => x.AuthorUserId, (string?)null), cancel);
}
