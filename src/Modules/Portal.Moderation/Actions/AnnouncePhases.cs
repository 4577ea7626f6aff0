using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Cms.Localization;
using Portal.Consultations.Indexes;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;

namespace Portal.Moderation.Actions;

/// <summary>Tells followers of a consultation what became of it: each of them each event once at most, however often this runs.</summary>
public sealed class AnnouncePhases(PortalDb db, UnitOfWork work, ConsultedText texts, FollowerAddresses addresses, ParticipationMails mails, Dates dates, TimeProvider clock) : IJob
{
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
        foreach (var follower in followers)
        {
            mails.TellFollower(follower, addresses.Read(follower.ProtectedAddress!), culture, happened, document, dates.Instant(happened.MomentUtc, consultation.Zone, culture), root);
            db.FollowerNotices.Add(new() { FollowerId = follower.Id, Event = happened.Key, ToldUtc = clock.UtcNow });
        }
    }

    Task<Result<Done>> ForgetAsync(string set, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        var followers = db.Followers;
        await db.FollowerNotices.Where(n => followers.Any(f => f.Id == n.FollowerId && f.ConsultationSet == set)).ExecuteDeleteAsync(cancel);
        await followers.Where(f => f.ConsultationSet == set).ExecuteDeleteAsync(cancel);
        return default(Done);
    }, cancel);
}
