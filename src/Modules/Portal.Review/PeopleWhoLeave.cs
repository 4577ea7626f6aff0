using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Review.Models;

namespace Portal.Review;

/// <summary>Nobody waits for an account that is gone. What it wrote stays in the conversation, under no name: the name is looked up and no longer found.</summary>
sealed class PeopleWhoLeave(PortalDb db) : IAccountHandler
{
    public async Task DeletingAsync(string userId, CancellationToken cancel)
    {
        await db.Reviews.Where(r => r.AssignedToId == userId).ExecuteUpdateAsync(r => r.SetProperty(x => x.AssignedToId, (string?)null), cancel);
        await db.Reviews.Where(r => r.AskedById == userId).ExecuteUpdateAsync(r => r.SetProperty(x => x.AskedById, (string?)null), cancel);
    }
}
