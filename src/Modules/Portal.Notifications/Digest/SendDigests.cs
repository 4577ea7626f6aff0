using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Notifications.Models;

namespace Portal.Notifications.Digest;

/// <summary>Mails people in their morning what they have not read in the portal. Nothing to say: no mail.</summary>
public sealed class SendDigests(PortalDb db, UnitOfWork work, SiteSettings settings, NotificationChoices choices, DigestMails mails, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var (now, siteZone, notifications) = (clock.UtcNow, await settings.TimeZoneAsync(), db.Notifications);
        var waiting = await (from user in db.Users
                             where user.ClosedUtc == null && user.Email != null && notifications.Any(n => n.UserId == user.Id && n.MailedUtc == null && n.ReadUtc == null)
                             join digest in db.NotificationDigests on user.Id equals digest.UserId into digests
                             from digest in digests.DefaultIfEmpty()
                             select new { user.Id, user.TimeZone, LastUtc = (DateTime?)digest!.LastUtc }).ToListAsync(cancel);
        foreach (var person in waiting.Where(p => DigestTime.IsDue(now, p.TimeZone ?? siteZone, p.LastUtc))) await SendAsync(person.Id, now, cancel);
    }

    /// <summary>What was mailed is marked in the same transaction that hands the mail on: nobody is told twice.</summary>
    Task<Result<Done>> SendAsync(string userId, DateTime now, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        if (await db.NotificationDigests.FindAsync([userId], cancel) is { } digest) digest.LastUtc = now;
        else db.NotificationDigests.Add(new() { UserId = userId, LastUtc = now });

        string[] wanted = [.. await choices.WantedByAsync(userId, cancel)];
        var news = db.Notifications.Where(n => n.UserId == userId && n.MailedUtc == null && n.ReadUtc == null && wanted.Contains(n.Kind));
        if (await mails.TellAsync(user, news, cancel)) await news.ExecuteUpdateAsync(n => n.SetProperty(x => x.MailedUtc, now), cancel);
        return default(Done);
    }, cancel);
}
