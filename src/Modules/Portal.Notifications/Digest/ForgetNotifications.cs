using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Cms;
using Portal.Notifications.Models;

namespace Portal.Notifications.Digest;

/// <summary>Deletes what was told 90 days ago, read or not.</summary>
public sealed class ForgetNotifications(PortalDb db, UnitOfWork work, TimeProvider clock) : IJob
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public Task RunAsync(CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        var before = clock.UtcNow - Kept;
        var old = db.Notifications.Where(n => n.AtUtc < before);
        var people = await old.Where(n => n.ReadUtc == null).Select(n => n.UserId).Distinct().ToListAsync(cancel);
        await old.ExecuteDeleteAsync(cancel);
        work.Evict(people.Select(NotificationTables.TagOf));
        return default(Done);
    }, cancel);
}
