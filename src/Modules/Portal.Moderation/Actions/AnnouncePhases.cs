using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Consultations.Indexes;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;
using Portal.Notifications.Actions;
using Portal.Notifications.Models;

namespace Portal.Moderation.Actions;

/// <summary>Tells followers of a consultation what became of it: each of them each event once at most, however often this runs. Whose address is that of an account finds it among their notifications, and in the mail of their day, instead.</summary>
public sealed class AnnouncePhases(PortalDb db, UnitOfWork work, ConsultedText texts, FollowerAddresses addresses, ParticipationMails mails, Notify notify, Dates dates, TimeProvider clock) : IJob
{
    /// <summary>Who has an account may read the news in the portal alone.</summary>
    public static readonly NotificationKind Kind = new("consultation-followed", "Consultations that I follow");

    /// <summary>News that is older than this, after an interruption, is none.</summary>
    static readonly TimeSpan StillNews = TimeSpan.FromDays(3);
    /// <summary>After the last phase nothing more is told, and addresses are forgotten.</summary>
    static readonly TimeSpan Afterwards = TimeSpan.FromDays(30);
    const int Batch = 100;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var followers = db.Followers;
        var followed = await (from consultation in db.Consultations.AsNoTracking() where followers.Any(f => f.ConsultationSet == consultation.LocalizationSet) select consultation).ToListAsync(cancel);
        var sets = followed.ConvertAll(c => c.LocalizationSet);
        var changes = (await db.WindowChanges.AsNoTracking().Where(c => sets.Contains(c.LocalizationSet)).ToListAsync(cancel)).ToLookup(c => c.LocalizationSet, StringComparer.Ordinal);
        foreach (var consultation in followed)
        {
            foreach (var happened in ConsultationEvents.Of(consultation.Milestones, changes[consultation.LocalizationSet]).Where(e => IsNews(e, consultation.Milestones, now))) await TellAsync(consultation, happened, cancel);
            if (consultation.ArchivedUtc + Afterwards <= now) await ForgetAsync(consultation.LocalizationSet, cancel);
        }
    }

    static bool IsNews(ConsultationEvent happened, Consultations.Models.Milestones milestones, DateTime now) =>
        happened.AtUtc <= now && now - happened.AtUtc < StillNews && (happened.Key is "closed" or "analysis" or "report" || now < milestones.ClosesUtc);

    async Task TellAsync(ConsultationIndex consultation, ConsultationEvent happened, CancellationToken cancel)
    {
        var (root, told) = (await mails.RootAsync() ?? "", db.FollowerNotices);
        while (true)
        {
            var outcome = await work.RunAsync<int>(async () =>
            {
                var followers = await db.Followers
                    .Where(f => f.ConsultationSet == consultation.LocalizationSet && f.StoppedUtc == null && f.SinceUtc < happened.AtUtc && !told.Any(n => n.FollowerId == f.Id && n.Event == happened.Key))
                    .OrderBy(f => f.Id).Take(Batch).ToListAsync(cancel);
                foreach (var group in followers.GroupBy(f => f.Culture, StringComparer.Ordinal)) await TellInAsync(group.Key, [.. group], consultation, happened, root, cancel);
                return followers.Count;
            }, cancel);
            if (!outcome.Succeeded || outcome.Value < Batch) return;
        }
    }

    async Task TellInAsync(string code, IReadOnlyList<Follower> followers, ConsultationIndex consultation, ConsultationEvent happened, string root, CancellationToken cancel)
    {
        var culture = Culture.TryFrom(code, out var known) ? known : Culture.En;
        if (await texts.RunAsync(consultation.LocalizationSet, culture, cancel) is not { } document) return;
        var told = followers.ToDictionary(f => f, f => addresses.Read(f.ProtectedAddress!));
        var accounts = await AccountsAsync(told.Values, cancel);
        await notify.TellAsync(mails.NoticeOf(Kind, culture, happened, document, consultation.LocalizationSet), accounts.Values, cancel);
        foreach (var (follower, address) in told)
        {
            // Who has an account gets one mail a day of everything, if they want it.
            if (!accounts.ContainsKey(address)) mails.TellFollower(follower, address, culture, happened, document, dates.Instant(happened.MomentUtc, consultation.Zone, culture), root);
            db.FollowerNotices.Add(new() { FollowerId = follower.Id, Event = happened.Key, ToldUtc = clock.UtcNow });
        }
    }

    /// <returns>Ids of accounts by their confirmed addresses.</returns>
    async Task<Dictionary<string, string>> AccountsAsync(IEnumerable<string> told, CancellationToken cancel)
    {
        string[] normalized = [.. told.Select(a => a.ToUpperInvariant())];
        var accounts = await db.Users.Where(u => normalized.Contains(u.NormalizedEmail) && u.EmailConfirmed && u.ClosedUtc == null).Select(u => new { u.Id, u.Email }).ToListAsync(cancel);
        return accounts.ToDictionary(a => a.Email!, a => a.Id, StringComparer.OrdinalIgnoreCase);
    }

    Task<Result<Done>> ForgetAsync(string set, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        var followers = db.Followers;
        await db.FollowerNotices.Where(n => followers.Any(f => f.Id == n.FollowerId && f.ConsultationSet == set)).ExecuteDeleteAsync(cancel);
        await followers.Where(f => f.ConsultationSet == set).ExecuteDeleteAsync(cancel);
        return default(Done);
    }, cancel);
}
