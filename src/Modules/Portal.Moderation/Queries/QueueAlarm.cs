using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;

namespace Portal.Moderation.Queries;

/// <param name="Waiting">How many wait altogether; counted up to a thousand.</param>
/// <param name="Hours">For how many whole hours the oldest has waited.</param>
public sealed record LateQueue(int Waiting, int Hours);

/// <summary>Whether something has waited longer than the site's limit.</summary>
public sealed class QueueAlarm(PortalDb db, ModerationSettings settings, TimeProvider clock)
{
    const int CountedUpTo = 1000;

    /// <returns>Null while everything is within the limit.</returns>
    public async Task<LateQueue?> RunAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var oldest = await db.Submissions.Where(s => s.WaitsSinceUtc != null).MinAsync(s => s.WaitsSinceUtc, cancel);
        if (oldest is not { } since || now - since <= await settings.AlertAfterAsync()) return null;
        return new(await db.Submissions.Where(s => s.WaitsSinceUtc != null).OrderBy(s => s.WaitsSinceUtc).Take(CountedUpTo).CountAsync(cancel), (int)(now - since).TotalHours);
    }
}
