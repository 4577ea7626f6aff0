using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Moderation.Models;

namespace Portal.Moderation.Queries;

/// <param name="Key">Of the public reason.</param>
public sealed record DeclinedFor(string Key, int Count);

/// <param name="Channel">One of <see cref="Channels"/>.</param>
public sealed record CameBy(string Channel, int Count);

/// <summary>How the comments on one consultation were moderated, in numbers: each stands in exactly one of the states, so they add up to <paramref name="Received"/>. Nothing in it is about a person, a language or a group.</summary>
/// <param name="Received">Everything that was sent and, where an address had to be confirmed, confirmed.</param>
/// <param name="Published">As it stands. Of answers to a questionnaire also those without words of their author's own, which nobody has to read first.</param>
/// <param name="Redacted">Published with passages hidden.</param>
/// <param name="Waiting">For a first decision or another one; of these, some are public meanwhile.</param>
/// <param name="Expired">Sent but never confirmed; not among those received.</param>
/// <param name="Upheld">Appeals after which the first decision stood.</param>
/// <param name="Reversed">Appeals after which the text was published whole.</param>
/// <param name="PartlyReversed">Appeals after which it was published with other passages hidden, or fewer.</param>
/// <param name="MedianMinutes">From the instant at which it began to wait to the first decision; null before the first.</param>
/// <param name="Channels">How those received came in.</param>
public sealed record ModerationNumbers(
    int Received, int Published, int Redacted, int Declined, IReadOnlyList<DeclinedFor> DeclinedBy, int Merged, int Withdrawn, int Waiting, int WaitingInPublic, int Expired,
    int Appeals, int Upheld, int Reversed, int PartlyReversed, int AppealsOpen, int Reports, int ReportsOpen, int? MedianMinutes, IReadOnlyList<CameBy> Channels)
{
    /// <summary>The same for answers to the questionnaire, which are no comments; null where nobody has answered one.</summary>
    public ModerationNumbers? Responses { get; init; }
}

/// <summary>Counts how a consultation was moderated. Kept until something about the consultation changes.</summary>
public sealed class ModerationRecord(PortalDb db, TaggedCache cache, TimeProvider clock)
{
    /// <summary>Reports and receipts do not evict a page each; the numbers follow within a minute.</summary>
    static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    public ValueTask<ModerationNumbers> RunAsync(string set, CancellationToken cancel) =>
        cache.GetAsync(("moderation-numbers", set, clock.UtcNow.Ticks / KeptFor.Ticks), [Tags.Set(set)], () => CountAsync(set, cancel));

    async Task<ModerationNumbers> CountAsync(string set, CancellationToken cancel)
    {
        var responses = db.Submissions.Where(s => s.ConsultationSet == set && s.QuestionnaireVersion != null);
        return await CountAsync(db.Submissions.Where(s => s.ConsultationSet == set && s.QuestionnaireVersion == null), cancel) with
        {
            Responses = await responses.AnyAsync(cancel) ? await CountAsync(responses, cancel) : null,
        };
    }

    async Task<ModerationNumbers> CountAsync(IQueryable<Submission> submissions, CancellationToken cancel)
    {
        var counts = await submissions.GroupBy(s => new { s.State, s.Channel }).Select(g => new { g.Key.State, g.Key.Channel, Count = g.Count() }).ToListAsync(cancel);
        int Of(params SubmissionState[] some) => counts.Where(c => some.Contains(c.State)).Sum(c => c.Count);
        var received = counts.Where(c => c.State is not (SubmissionState.Received or SubmissionState.Expired)).ToList();
        var declined = await (from submission in submissions
                              join decision in db.SubmissionDecisions on new { submission.Id, Version = submission.CurrentVersion, Round = submission.DecidedRound } equals new { Id = decision.SubmissionId, decision.Version, Round = (int?)decision.Round }
                              where submission.State == SubmissionState.Declined
                              group decision by decision.Reason ?? "" into byReason
                              select new { byReason.Key, Count = byReason.Count() }).ToListAsync(cancel);
        var answers = await (from submission in submissions
                             join decision in db.SubmissionDecisions on submission.Id equals decision.SubmissionId
                             where decision.IsAnswer
                             group decision by decision.Step into byStep
                             select new { byStep.Key, Count = byStep.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var reports = await (from submission in submissions join report in db.SubmissionReports on submission.Id equals report.SubmissionId group report by report.SettledUtc == null into byOpen select new { byOpen.Key, Count = byOpen.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var waits = await (from submission in submissions join decision in db.SubmissionDecisions on submission.Id equals decision.SubmissionId where decision.Round == 0 select new { decision.AskedUtc, decision.DecidedUtc }).AsNoTracking().ToListAsync(cancel);
        return new(
            received.Sum(c => c.Count), Of(SubmissionState.Published), Of(SubmissionState.PublishedRedacted), Of(SubmissionState.Declined),
            [.. declined.Select(d => new DeclinedFor(d.Key, d.Count)).OrderByDescending(d => d.Count).ThenBy(d => d.Key, StringComparer.Ordinal)], Of(SubmissionState.Merged), Of(SubmissionState.Withdrawn), Of(ModerationTable.Waiting),
            await submissions.CountAsync(s => s.WaitsSinceUtc != null && s.Appearance == Appearance.Text, cancel), Of(SubmissionState.Expired), await submissions.CountAsync(s => s.AppealedUtc != null, cancel),
            answers.GetValueOrDefault(Step.Uphold), answers.GetValueOrDefault(Step.Reverse), answers.GetValueOrDefault(Step.Redact), Of(SubmissionState.Appealed), reports.Values.Sum(), reports.GetValueOrDefault(true),
            Median([.. waits.Select(w => (w.DecidedUtc - w.AskedUtc).TotalMinutes)]),
            [.. received.GroupBy(c => c.Channel, StringComparer.Ordinal).Select(g => new CameBy(g.Key, g.Sum(c => c.Count))).OrderByDescending(c => c.Count).ThenBy(c => c.Channel, StringComparer.Ordinal)]);
    }

    /// <summary>Of an even number the lower of the two in the middle.</summary>
    internal static int? Median(IReadOnlyCollection<double> minutes) => minutes.Count == 0 ? null : (int)Math.Max(0, minutes.Order().ElementAt((minutes.Count - 1) / 2));
}
