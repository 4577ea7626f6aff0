using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;

namespace Portal.Moderation;

/// <summary>Tells everybody who moderates when something has waited longer than the site's limit; nobody again before as much time has gone by once more.</summary>
public sealed class AlertWhenQueueWaits(PortalDb db, UnitOfWork work, QueueAlarm alarm, Moderators moderators, ModerationSettings settings, ModeratorMails mails, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        if (await alarm.RunAsync(cancel) is not { } late) return;

        var pause = await settings.AlertAfterAsync();
        await work.RunAsync<Done>(async () =>
        {
            var now = clock.UtcNow;
            var told = await db.QueueAlerts.ToDictionaryAsync(a => a.UserId, StringComparer.Ordinal, cancel);
            foreach (var person in (await moderators.RunAsync(cancel)).Where(m => !m.IsClosed))
            {
                if (!told.TryGetValue(person.Id, out var last)) db.QueueAlerts.Add(new() { UserId = person.Id, SentUtc = now });
                else if (now - last.SentUtc < pause) continue;
                else last.SentUtc = now;
                await mails.TellQueueWaitsAsync(person, late.Waiting, late.Hours, cancel);
            }

            return default(Done);
        }, cancel);
    }
}
