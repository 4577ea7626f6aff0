using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Moderation.Models;

namespace Portal.Moderation.Queries;

/// <summary>How many wait, in all and by what the queue can be narrowed by.</summary>
/// <param name="Consultations">Localization set, title in the reader's culture, and how many.</param>
/// <param name="Languages">Culture code and how many.</param>
/// <param name="Overdue">Longer than the site's limit.</param>
/// <param name="AppealDays">Days within which the site answers an appeal.</param>
public sealed record QueueCounts(int Total, int Overdue, int OverdueHours, double AppealDays, int Reported, IReadOnlyDictionary<SubmissionState, int> States, IReadOnlyList<(string Set, string Title, int Count)> Consultations, IReadOnlyList<(string Code, int Count)> Languages)
{
    public int Of(SubmissionState state) => States.GetValueOrDefault(state);
}

/// <summary>Counts the queue: exactly while it is short; a long one is counted anew every half minute, since nobody acts on the last digit of a thousand.</summary>
public sealed class CountQueue(PortalDb db, ConsultedText texts, ModerationSettings settings, TaggedCache cache, TimeProvider clock)
{
    const int Short = 2000;
    static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    sealed record Share(string Set, string Language, SubmissionState State, int Count);

    sealed record Counted(IReadOnlyList<Share> Shares, int Overdue, int Reported);

    public async Task<QueueCounts> RunAsync(Culture culture, CancellationToken cancel)
    {
        var limit = await settings.AlertAfterAsync();
        var counted = await db.Submissions.Where(s => s.WaitsSinceUtc != null).OrderBy(s => s.WaitsSinceUtc).Take(Short + 1).CountAsync(cancel) <= Short
            ? await CountAsync(limit, cancel)
            : await cache.GetAsync(("queue-counts", clock.UtcNow.Ticks / KeptFor.Ticks), [], () => CountAsync(limit, cancel), _ => 50);
        var titles = await texts.RunAsync([.. counted.Shares.Select(s => s.Set).Distinct(StringComparer.Ordinal)], culture, cancel);
        return new(
            counted.Shares.Sum(s => s.Count), counted.Overdue, (int)limit.TotalHours, (await settings.AnswerAppealsWithinAsync()).TotalDays, counted.Reported,
            counted.Shares.GroupBy(s => s.State).ToDictionary(g => g.Key, g => g.Sum(s => s.Count)),
            [.. counted.Shares.GroupBy(s => s.Set, StringComparer.Ordinal).Select(g => (g.Key, titles.GetValueOrDefault(g.Key)?.Title ?? g.Key, g.Sum(s => s.Count))).OrderBy(c => c.Item2, StringComparer.Ordinal)],
            [.. counted.Shares.GroupBy(s => s.Language, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(s => s.Count))).OrderBy(c => c.Key, StringComparer.Ordinal)]);
    }

    async Task<Counted> CountAsync(TimeSpan limit, CancellationToken cancel)
    {
        var since = clock.UtcNow - limit;
        var waiting = db.Submissions.Where(s => s.WaitsSinceUtc != null);
        var shares = await waiting.GroupBy(s => new { s.ConsultationSet, s.Culture, s.State }).Select(g => new Share(g.Key.ConsultationSet, g.Key.Culture, g.Key.State, g.Count())).ToListAsync(cancel);
        var overdue = await waiting.CountAsync(s => s.WaitsSinceUtc <= since, cancel);
        var reported = await db.SubmissionReports.Where(r => r.SettledUtc == null).Select(r => r.SubmissionId).Distinct().CountAsync(cancel);
        return new(shares, overdue, reported);
    }
}
