using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Moderation.Models;

namespace Portal.Moderation.Queries;

/// <summary>One submission as a moderator reads it.</summary>
/// <param name="Version">To be sent back with the decision.</param>
/// <param name="Body">Exactly as offsets of redactions count it.</param>
/// <param name="Channel">web, api, paper, meeting or e-mail.</param>
/// <param name="WaitsSinceUtc">Since it was received, or since a report or an appeal put the question anew.</param>
/// <param name="AppealedUtc">When its author appealed; null = not.</param>
/// <param name="Reports">How many readers reported it and are not answered yet.</param>
/// <param name="ClaimedBy">Name of the moderator who is reading it just now.</param>
/// <param name="SectionHeading">Of a section that is no longer in the text, the heading that it had last.</param>
/// <param name="SectionIsFormer">The section was taken out of the text after somebody had commented on it.</param>
/// <param name="QuestionnaireVersion">It answers a questionnaire; null = a comment.</param>
public sealed record QueuedSubmission(
    string SubmissionId, int Version, string State, string Body, string Culture, string Consultation, string ConsultationTitle, string ConsultationHref, string ConsultationLang, string? SectionId, string? SectionHeading,
    string? DisplayName, string? OnBehalfOf, string Channel, DateTime ReceivedUtc, DateTime WaitsSinceUtc, DateTime? AppealedUtc, int Reports, string? ClaimedBy,
    bool SectionIsFormer, int? QuestionnaireVersion);

/// <param name="Total">Everything that waits, on all pages.</param>
public sealed record QueueView(IReadOnlyList<QueuedSubmission> Items, int Page, int PageSize, int Total, DateTime? OldestUtc);

/// <param name="Next">For <see cref="QueueFilter.After"/> of the next page; null on the last one.</param>
public sealed record QueueSelection(IReadOnlyList<QueuedSubmission> Items, QueueFilter Filter, QueueCounts Counts, string? Next);

/// <summary>What waits for a moderator, who has waited longest first, in a constant number of queries.</summary>
public sealed class QueuePage(PortalDb db, ConsultedText texts, SectionHeadings headings, CountQueue counts, TimeProvider clock)
{
    public const int PageSize = 25;

    IQueryable<Submission> Waiting => db.Submissions.Where(s => s.WaitsSinceUtc != null);

    /// <summary>One page by number, for programs.</summary>
    public async Task<QueueView> RunAsync(Culture culture, int page, int pageSize, CancellationToken cancel)
    {
        var summary = await Waiting.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Oldest = g.Min(s => s.WaitsSinceUtc) }).SingleOrDefaultAsync(cancel);
        return new(await ReadAsync(InOrder(Waiting).Skip((page - 1) * pageSize).Take(pageSize), culture, cancel), page, pageSize, summary?.Count ?? 0, summary?.Oldest);
    }

    /// <summary>The next rows after a mark, for people: as quick at the hundred thousandth row as at the first.</summary>
    public async Task<QueueSelection> SelectAsync(QueueFilter filter, Culture culture, CancellationToken cancel)
    {
        var rows = await ReadAsync(InOrder(filter.Further(filter.Apply(Waiting, db, clock.UtcNow))).Take(PageSize + 1), culture, cancel);
        var items = rows.Take(PageSize).ToList();
        return new(items, filter, await counts.RunAsync(culture, cancel), rows.Count > PageSize ? QueueFilter.Mark(items[^1].WaitsSinceUtc, items[^1].SubmissionId) : null);
    }

    /// <returns>One submission that waits, or null: decided meanwhile, or never there.</returns>
    public async Task<QueuedSubmission?> FindAsync(string submissionId, Culture culture, CancellationToken cancel) =>
        (await ReadAsync(Waiting.Where(s => s.Id == submissionId), culture, cancel)).SingleOrDefault();

    /// <returns>One submission in whatever state, or null.</returns>
    public async Task<QueuedSubmission?> ReadOneAsync(string submissionId, Culture culture, CancellationToken cancel) =>
        (await ReadAsync(db.Submissions.Where(s => s.Id == submissionId), culture, cancel)).SingleOrDefault();

    /// <returns>The one that has waited longest of those that the person may decide on and nobody is reading; null where there is none.</returns>
    public async Task<string?> FirstFreeAsync(QueueFilter filter, string userId, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var (claims, escalations, decisions) = (db.SubmissionClaims, db.SubmissionEscalations, db.SubmissionDecisions);
        return await InOrder(filter.Apply(Waiting, db, now))
            .Where(s => s.AuthorUserId != userId && !claims.Any(c => c.SubmissionId == s.Id && c.UserId != userId && c.UntilUtc > now))
            .Where(s => s.State != SubmissionState.Escalated || !escalations.Any(e => e.SubmissionId == s.Id && e.Round == s.Round && (e.ById == userId || (e.ToId != null && e.ToId != userId))))
            .Where(s => (s.State != SubmissionState.Appealed && s.Was != SubmissionState.Declined) || !decisions.Any(d => d.SubmissionId == s.Id && d.ModeratorId == userId))
            .Select(s => s.Id).FirstOrDefaultAsync(cancel);
    }

    static IOrderedQueryable<Submission> InOrder(IQueryable<Submission> waiting) => waiting.OrderBy(s => s.WaitsSinceUtc).ThenBy(s => s.Id);

    async Task<IReadOnlyList<QueuedSubmission>> ReadAsync(IQueryable<Submission> submissions, Culture culture, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var (reports, claims, users) = (db.SubmissionReports, db.SubmissionClaims, db.Users);
        var rows = await (from submission in submissions
                          join version in db.SubmissionVersions on new { submission.Id, Number = submission.CurrentVersion } equals new { Id = version.SubmissionId, version.Number }
                          orderby submission.WaitsSinceUtc, submission.Id
                          select new
                          {
                              Submission = submission, version.Body,
                              Reports = reports.Count(r => r.SubmissionId == submission.Id && r.SettledUtc == null),
                              ClaimedBy = claims.Where(c => c.SubmissionId == submission.Id && c.UntilUtc > now).Join(users, c => c.UserId, u => u.Id, (c, u) => u.UserName).FirstOrDefault(),
                          }).AsNoTracking().ToListAsync(cancel);
        var consultations = await texts.RunAsync([.. rows.Select(r => r.Submission.ConsultationSet).Distinct(StringComparer.Ordinal)], culture, cancel);
        var sections = await headings.OfAsync(rows.Select(r => (r.Submission.ConsultationSet, r.Submission.SectionId)), consultations, culture, cancel);
        return [.. rows.Select(r =>
        {
            var s = r.Submission;
            var about = consultations.GetValueOrDefault(s.ConsultationSet);
            var section = s.SectionId is null ? null : sections.GetValueOrDefault((s.ConsultationSet, s.SectionId));
            return new QueuedSubmission(
                s.Id, s.CurrentVersion, ModerationTable.Name(s.State), r.Body, s.Culture, s.ConsultationSet, about?.Title ?? s.ConsultationSet, about?.Href ?? "", about?.Lang ?? "", s.SectionId, section?.Text,
                s.DisplayName, s.OnBehalfOf, s.Channel, s.ReceivedUtc, s.WaitsSinceUtc ?? s.ReceivedUtc, s.AppealedUtc, r.Reports, r.ClaimedBy, section?.IsFormer == true, s.QuestionnaireVersion);
        })];
    }
}
