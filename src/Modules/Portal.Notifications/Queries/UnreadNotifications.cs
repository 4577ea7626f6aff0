using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Notifications.Models;

namespace Portal.Notifications.Queries;

/// <summary>How many notifications a person has not read: kept until one comes or is read.</summary>
public sealed class UnreadNotifications(PortalDb db, TaggedCache cache)
{
    /// <summary>For the page being shown; filled before its view runs.</summary>
    public int Count { get; private set; }

    public async ValueTask CountAsync(string userId, CancellationToken cancel) =>
        Count = await cache.GetAsync(("unread-notifications", userId), [NotificationTables.TagOf(userId)], () => db.Notifications.CountAsync(n => n.UserId == userId && n.ReadUtc == null, cancel));
}
