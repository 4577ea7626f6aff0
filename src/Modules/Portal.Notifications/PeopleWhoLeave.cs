using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Notifications.Models;

namespace Portal.Notifications;

/// <summary>What an account was told goes with it; what others were told of its deeds names nobody from then on.</summary>
sealed class PeopleWhoLeave(PortalDb db) : IAccountHandler
{
    public async Task DeletingAsync(string userId, CancellationToken cancel)
    {
        await db.Notifications.Where(n => n.UserId == userId).ExecuteDeleteAsync(cancel);
        await db.NotificationDigests.Where(d => d.UserId == userId).ExecuteDeleteAsync(cancel);
        await db.Notifications.Where(n => n.ActorId == userId).ExecuteUpdateAsync(n => n.SetProperty(x => x.ActorId, (string?)null), cancel);
    }
}
