using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Moderation.Models;

namespace Portal.Moderation.Queries;

/// <summary>One submission as a moderator reads it.</summary>
/// <param name="Version">To be sent back with the decision.</param>
/// <param name="Body">Exactly as offsets of redactions count it.</param>
/// <param name="Channel">web, api, paper, meeting or e-mail.</param>
public sealed record QueuedSubmission(
    string SubmissionId, int Version, string State, string Body, string Culture, string Consultation, string ConsultationTitle, string ConsultationHref, string ConsultationLang, string? SectionId, string? SectionHeading,
    string? DisplayName, string? OnBehalfOf, string Channel, DateTime ReceivedUtc);

/// <param name="Total">Everything that waits, on all pages.</param>
public sealed record QueueView(IReadOnlyList<QueuedSubmission> Items, int Page, int PageSize, int Total, DateTime? OldestUtc);

/// <summary>What waits for a moderator, the oldest first, in three queries.</summary>
public sealed class QueuePage(PortalDb db, ConsultedText texts)
{
    public async Task<QueueView> RunAsync(Culture culture, int page, int pageSize, CancellationToken cancel)
    {
        var waiting = db.Submissions.Where(s => ModerationTable.Waiting.Contains(s.State));
        var summary = await waiting.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Oldest = g.Min(s => s.ReceivedUtc) }).SingleOrDefaultAsync(cancel);
        return new(await ReadAsync(waiting.OrderBy(s => s.ReceivedUtc).ThenBy(s => s.Id).Skip((page - 1) * pageSize).Take(pageSize), culture, cancel), page, pageSize, summary?.Count ?? 0, summary?.Oldest);
    }

    /// <returns>One submission that waits, or null: decided meanwhile, or never there.</returns>
    public async Task<QueuedSubmission?> FindAsync(string submissionId, Culture culture, CancellationToken cancel) =>
        (await ReadAsync(db.Submissions.Where(s => s.Id == submissionId && ModerationTable.Waiting.Contains(s.State)), culture, cancel)).SingleOrDefault();

    async Task<IReadOnlyList<QueuedSubmission>> ReadAsync(IQueryable<Submission> submissions, Culture culture, CancellationToken cancel)
    {
        var rows = await (from submission in submissions
                          join version in db.SubmissionVersions on new { submission.Id, Number = submission.CurrentVersion } equals new { Id = version.SubmissionId, version.Number }
                          orderby submission.ReceivedUtc, submission.Id
                          select new { Submission = submission, version.Body }).AsNoTracking().ToListAsync(cancel);
        var consultations = await texts.RunAsync([.. rows.Select(r => r.Submission.ConsultationSet).Distinct(StringComparer.Ordinal)], culture, cancel);
        return [.. rows.Select(r =>
        {
            var s = r.Submission;
            var about = consultations.GetValueOrDefault(s.ConsultationSet);
            return new QueuedSubmission(
                s.Id, s.CurrentVersion, ModerationTable.Name(s.State), r.Body, s.Culture, s.ConsultationSet, about?.Title ?? s.ConsultationSet, about?.Href ?? "", about?.Lang ?? "", s.SectionId, about?.Heading(s.SectionId),
                s.DisplayName, s.OnBehalfOf, s.Channel, s.ReceivedUtc);
        })];
    }
}
