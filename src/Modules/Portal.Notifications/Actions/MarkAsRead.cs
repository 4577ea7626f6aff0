using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Notifications.Models;

namespace Portal.Notifications.Actions;

/// <summary>A person has read what they were told. Nobody reads for another: only one's own can be marked.</summary>
public sealed class MarkAsRead(PortalDb db, UnitOfWork work, CurrentUser user, TimeProvider clock)
{
    static readonly Problem NoSuchNotification = Problem.NotFound("There is no such notification.");

    /// <param name="notificationId">Null = all of them.</param>
    /// <returns>Where the notification is looked at; the root of the site for all of them.</returns>
    public Task<Result<string>> RunAsync(string? notificationId, CancellationToken cancel) => work.RunAsync<string>(async () =>
    {
        if (user.Id is not { } me) return CurrentUser.NotAllowed;
        var (now, unread) = (clock.UtcNow, db.Notifications.Where(n => n.UserId == me && n.ReadUtc == null));
        var href = "/";
        if (notificationId is not null)
        {
            if (await db.Notifications.Where(n => n.Id == notificationId && n.UserId == me).Select(n => n.Href).SingleOrDefaultAsync(cancel) is not { } found) return NoSuchNotification;
            (href, unread) = (found, unread.Where(n => n.Id == notificationId));
        }

        await unread.ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadUtc, now), cancel);
        work.Evict(NotificationTables.TagOf(me));
        return href;
    }, cancel);

    /// <summary>The person looks at a page: what they were told about it is read with that.</summary>
    /// <param name="path">From the root, without query.</param>
    public async Task OfPageAsync(string path, CancellationToken cancel)
    {
        var (me, mark) = (user.Id, path + "#");
        var about = db.Notifications.Where(n => n.UserId == me && n.ReadUtc == null && (n.Href == path || n.Href.Substring(0, mark.Length) == mark));
        // Most pages are about nothing that anybody was told: no change, no waiting for others'.
        if (me is null || !await about.AnyAsync(cancel)) return;
        await work.RunAsync<Done>(async () =>
        {
            var now = clock.UtcNow;
            await about.ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadUtc, now), cancel);
            work.Evict(NotificationTables.TagOf(me));
            return default(Done);
        }, cancel);
    }
}
