using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;

namespace Portal.Moderation.Queries;

/// <summary>What one moderator, or all together, decided in a stretch of days.</summary>
/// <param name="Name">Null = all together.</param>
/// <param name="MedianMinutes">From the instant at which the question was put; null without a decision.</param>
/// <param name="Reversed">Decisions that somebody else changed on appeal.</param>
public sealed record ModeratorFigures(string? Name, int Decisions, int Published, int Redacted, int Declined, int Merged, int? MedianMinutes, int Appealed, int Reversed);

/// <summary>Counts decisions: a moderator's own, or everybody's.</summary>
public sealed class DecisionStatistics(PortalDb db, TimeProvider clock)
{
    sealed record Row(string SubmissionId, string? ModeratorId, Step Step, int Round, DateTime AskedUtc, DateTime DecidedUtc, bool IsAnswer);

    /// <param name="userId">Only this person's decisions; null = everybody's, first all together and then each.</param>
    public async Task<IReadOnlyList<ModeratorFigures>> RunAsync(string? userId, int days, CancellationToken cancel)
    {
        var since = clock.UtcNow.AddDays(-days);
        var decisions = await db.SubmissionDecisions.AsNoTracking().Where(d => d.DecidedUtc >= since && (userId == null || d.ModeratorId == userId))
            .Select(d => new Row(d.SubmissionId, d.ModeratorId, d.Step, d.Round, d.AskedUtc, d.DecidedUtc, d.IsAnswer)).ToListAsync(cancel);
        var answers = (await db.SubmissionDecisions.AsNoTracking().Where(d => d.IsAnswer && d.DecidedUtc >= since).Select(d => new { d.SubmissionId, d.Round, d.Step }).ToListAsync(cancel))
            .ToDictionary(a => (a.SubmissionId, a.Round - 1), a => a.Step);
        // Also of those who moderate no more.
        var deciding = decisions.Select(d => d.ModeratorId).OfType<string>().Append(userId ?? "").Distinct(StringComparer.Ordinal).ToList();
        var names = await db.Users.Where(u => deciding.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.UserName!, StringComparer.Ordinal, cancel);

        ModeratorFigures Figures(string? name, IReadOnlyCollection<Row> rows)
        {
            var answered = rows.Where(r => answers.ContainsKey((r.SubmissionId, r.Round))).Select(r => answers[(r.SubmissionId, r.Round)]).ToList();
            int Of(Step step) => rows.Count(r => r.Step == step);
            return new(name, rows.Count, Of(Step.Publish) + Of(Step.Reverse), Of(Step.Redact), Of(Step.Decline), Of(Step.Merge), ModerationRecord.Median([.. rows.Select(r => (r.DecidedUtc - r.AskedUtc).TotalMinutes)]), answered.Count, answered.Count(s => s != Step.Uphold));
        }

        if (userId is not null) return [Figures(names.GetValueOrDefault(userId), decisions)];
        return [Figures(null, decisions), .. decisions.Where(d => d.ModeratorId is not null).GroupBy(d => d.ModeratorId!, StringComparer.Ordinal).Select(g => Figures(names.GetValueOrDefault(g.Key, "?"), [.. g])).OrderByDescending(f => f.Decisions)];
    }
}
