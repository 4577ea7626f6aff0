using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Consultations.Queries;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Queries;

/// <summary>Something that happened to a submission, with what moderators may know of it.</summary>
/// <param name="Kind">As <see cref="SubmissionHistory"/> wrote it.</param>
/// <param name="Who">Name of the moderator; null = the author, a reader or the portal.</param>
/// <param name="Note">Their words.</param>
public sealed record HistoryLine(DateTime AtUtc, string Kind, Step? Decision, string? Who, Reason? Reason, string? Note);

/// <summary>Another submission, named for comparing.</summary>
/// <param name="Begins">Its first words.</param>
public sealed record OtherSubmission(string Id, SubmissionState State, string Culture, DateTime ReceivedUtc, string Begins);

/// <summary>A report that nobody has answered yet.</summary>
public sealed record OpenReport(Reason? Reason, string? Note, DateTime AtUtc);

/// <summary>Something that was noticed when a submission came in.</summary>
/// <param name="Label">One of <see cref="Labels"/>.</param>
/// <param name="Other">The earlier submission that it is like; null for labels that speak of none.</param>
public sealed record NoticedLabel(string Label, OtherSubmission? Other);

/// <summary>Everything on one screen that somebody needs to decide on one submission.</summary>
/// <param name="Context">The section that the comment is about; null = a general comment, or a section that the text has no more.</param>
/// <param name="InForce">The hidden passages and the reason of the decision that is in force; null before the first.</param>
/// <param name="WhyNot">English message id of why the reader may not decide; null = they may.</param>
/// <param name="ClaimedBy">Name of another moderator who is at it.</param>
public sealed record DecisionFacts(
    Submission Submission, QueuedSubmission Shown, RenderedText? Context, IReadOnlyList<HistoryLine> History, IReadOnlyList<OpenReport> Reports, string? EscalationNote, IReadOnlyList<OtherSubmission> OfSameAuthor,
    IReadOnlyList<ModeratorAccount> Others, SubmissionDecision? InForce, int MergedHere, string? WhyNot, string? ClaimedBy)
{
    public IReadOnlyList<Step> Possible => [.. ModerationTable.DecisionsIn(Submission.State, Submission.Was)];
    /// <summary>Why its author asks for another look; null = not, or without words.</summary>
    public string? AppealWords { get; init; }
    public IReadOnlyList<NoticedLabel> Noticed { get; init; } = [];
    public IReadOnlyList<SubmissionAttachment> Attachments { get; init; } = [];
    /// <summary>The section with its last public words, where it is not in the text that the moderator reads.</summary>
    public AbsentSection? AbsentSection { get; init; }
    /// <summary>What other modules know of it.</summary>
    public IReadOnlyList<DecisionPart> Parts { get; init; } = [];
    /// <summary>Who entered it, and when, for what came on paper, at a meeting or by e-mail; null where its author sent it.</summary>
    public (string Name, DateTime AtUtc)? Entered { get; init; }
    public IReadOnlyList<TextSpan> HiddenNow => Redaction.Read(InForce?.Redactions);
}

/// <summary>Gathers what the page about one submission shows.</summary>
public sealed class DecisionPage(PortalDb db, QueuePage queue, ConsultedText texts, SectionHeadings headings, IEnumerable<IDecisionPart> parts, MarkdownRenderer markdown, ReasonList reasons, Moderators moderators, WhoMayDecide who, CurrentUser user, TimeProvider clock)
{
    const int FewOthers = 5, FirstWords = 200;

    /// <returns>Null where there is no such submission.</returns>
    public async Task<DecisionFacts?> RunAsync(string submissionId, Culture culture, CancellationToken cancel)
    {
        var submission = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == submissionId, cancel);
        if (submission is null || await queue.ReadOneAsync(submissionId, culture, cancel) is not { } shown) return null;

        var everybody = await moderators.RunAsync(cancel);
        var names = everybody.ToDictionary(m => m.Id, m => m.Name, StringComparer.Ordinal);
        var decisions = await db.SubmissionDecisions.AsNoTracking().Where(d => d.SubmissionId == submissionId).OrderBy(d => d.DecidedUtc).ToListAsync(cancel);
        var escalations = await db.SubmissionEscalations.AsNoTracking().Where(e => e.SubmissionId == submissionId).ToListAsync(cancel);
        var document = await texts.RunAsync(submission.ConsultationSet, culture, cancel);
        var now = clock.UtcNow;
        var claim = await db.SubmissionClaims.AsNoTracking().SingleOrDefaultAsync(c => c.SubmissionId == submissionId && c.UntilUtc > now && c.UserId != user.Id, cancel);
        return new(
            submission, shown, Context(submission, document, culture), await HistoryAsync(submissionId, decisions, escalations, names, cancel), await ReportsAsync(submissionId, cancel),
            escalations.FirstOrDefault(e => e.Round == submission.Round)?.Note, await OfSameAuthorAsync(submission, cancel), [.. everybody.Where(m => !m.IsClosed && m.Id != user.Id && m.Id != submission.AuthorUserId)],
            decisions.FirstOrDefault(d => d.Version == submission.CurrentVersion && d.Round == submission.DecidedRound), await db.Submissions.CountAsync(s => s.MergedIntoId == submissionId && s.State == SubmissionState.Merged, cancel),
            await who.WhyNotAsync(submission, cancel), claim is null ? null : names.GetValueOrDefault(claim.UserId, "?"))
        {
            AppealWords = await db.SubmissionAppeals.Where(a => a.SubmissionId == submissionId).Select(a => a.Words).SingleOrDefaultAsync(cancel) is { Length: > 0 } words ? words : null,
            AbsentSection = await AbsentAsync(submission, document, culture, cancel),
            Parts = await PartsAsync(submission, shown.Body, culture, cancel),
            Entered = await EnteredAsync(submissionId, cancel),
            Noticed = await NoticedAsync(submissionId, cancel),
            Attachments = await db.SubmissionAttachments.AsNoTracking().Where(a => a.SubmissionId == submissionId).OrderBy(a => a.Number).ToListAsync(cancel),
        };
    }

    async Task<IReadOnlyList<NoticedLabel>> NoticedAsync(string submissionId, CancellationToken cancel)
    {
        var labels = await db.SubmissionLabels.AsNoTracking().Where(l => l.SubmissionId == submissionId).OrderBy(l => l.Label).ToListAsync(cancel);
        var ids = labels.Select(l => l.OtherId).OfType<string>().ToList();
        var others = await (from other in db.Submissions
                            join version in db.SubmissionVersions on new { other.Id, Number = other.CurrentVersion } equals new { Id = version.SubmissionId, version.Number }
                            where ids.Contains(other.Id)
                            select new { other.Id, other.State, other.Culture, other.ReceivedUtc, version.Body }).AsNoTracking().ToDictionaryAsync(o => o.Id, StringComparer.Ordinal, cancel);
        return [.. labels.Select(l => new NoticedLabel(l.Label, l.OtherId is not null && others.TryGetValue(l.OtherId, out var o) ? new(o.Id, o.State, o.Culture, o.ReceivedUtc, FirstWordsOf(o.Body)) : null))];
    }

    RenderedText? Context(Submission submission, ConsultedDocument? document, Culture culture) =>
        submission.SectionId is not null && document?.Sections.FirstOrDefault(s => s.SectionId == submission.SectionId) is { } section ? markdown.Render(section.Markdown, culture, "context-") : null;

    async Task<AbsentSection?> AbsentAsync(Submission submission, ConsultedDocument? document, Culture culture, CancellationToken cancel)
    {
        var documents = new Dictionary<string, ConsultedDocument>(StringComparer.Ordinal);
        if (document is not null) documents[submission.ConsultationSet] = document;
        return (await headings.OfAsync([(submission.ConsultationSet, submission.SectionId)], documents, culture, cancel)).Values.FirstOrDefault()?.Absent;
    }

    /// <summary>Whoever entered it need not be a moderator.</summary>
    async Task<(string Name, DateTime AtUtc)?> EnteredAsync(string submissionId, CancellationToken cancel)
    {
        var users = db.Users;
        var entry = await db.OfflineEntries.Where(e => e.SubmissionId == submissionId).Select(e => new { e.EnteredUtc, Name = users.Where(u => u.Id == e.EnteredById).Select(u => u.UserName).FirstOrDefault() }).SingleOrDefaultAsync(cancel);
        return entry is null ? null : (entry.Name ?? "?", entry.EnteredUtc);
    }

    async Task<IReadOnlyList<DecisionPart>> PartsAsync(Submission submission, string body, Culture culture, CancellationToken cancel)
    {
        var loaded = new List<DecisionPart>();
        foreach (var part in parts)
        {
            if (await part.LoadAsync(submission, body, culture, cancel) is { } shown) loaded.Add(shown);
        }

        return loaded;
    }

    async Task<IReadOnlyList<HistoryLine>> HistoryAsync(
        string id, IReadOnlyList<SubmissionDecision> decisions, IReadOnlyList<SubmissionEscalation> escalations, Dictionary<string, string> names, CancellationToken cancel)
    {
        var book = await reasons.GetAsync();
        var events = await db.SubmissionEvents.AsNoTracking().Where(e => e.SubmissionId == id).OrderBy(e => e.Id).ToListAsync(cancel);
        string? Name(string? userId) => userId is null ? null : names.GetValueOrDefault(userId);
        return [.. events.Select(e =>
            decisions.FirstOrDefault(d => d.DecidedUtc == e.AtUtc) is { } decision ? new HistoryLine(e.AtUtc, e.Kind, decision.Step, Name(decision.ModeratorId), book.Held(decision.Reason, decision.ReasonVersion), decision.Note)
            : e.Kind == "escalated" && escalations.FirstOrDefault(x => x.AtUtc == e.AtUtc) is { } escalation ? new HistoryLine(e.AtUtc, e.Kind, null, Name(escalation.ById), null, escalation.Note)
            : new HistoryLine(e.AtUtc, e.Kind, null, null, null, null))];
    }

    async Task<IReadOnlyList<OpenReport>> ReportsAsync(string id, CancellationToken cancel)
    {
        var book = await reasons.GetAsync();
        var rows = await db.SubmissionReports.AsNoTracking().Where(r => r.SubmissionId == id && r.SettledUtc == null).OrderBy(r => r.AtUtc).Take(50).ToListAsync(cancel);
        return [.. rows.Select(r => new OpenReport(book.Held(r.Reason, r.ReasonVersion), r.Note, r.AtUtc))];
    }

    /// <summary>Guests are linked to nothing; only what somebody wrote while signed in belongs together.</summary>
    async Task<IReadOnlyList<OtherSubmission>> OfSameAuthorAsync(Submission submission, CancellationToken cancel)
    {
        if (submission.AuthorUserId is not { } author) return [];
        var rows = await (from other in db.Submissions
                          join version in db.SubmissionVersions on new { other.Id, Number = other.CurrentVersion } equals new { Id = version.SubmissionId, version.Number }
                          where other.AuthorUserId == author && other.Id != submission.Id
                          orderby other.ReceivedUtc descending
                          select new { other.Id, other.State, other.Culture, other.ReceivedUtc, version.Body }).AsNoTracking().Take(FewOthers).ToListAsync(cancel);
        return [.. rows.Select(r => new OtherSubmission(r.Id, r.State, r.Culture, r.ReceivedUtc, FirstWordsOf(r.Body)))];
    }

    /// <summary>Up to the end of a word; of a word that does not end in time, as many whole letters as there is room for.</summary>
    public static string FirstWordsOf(string body)
    {
        if (body.Length <= FirstWords) return body;
        var end = body.LastIndexOf(' ', FirstWords);
        return body[..(end > 0 ? end : StringInfo.ParseCombiningCharacters(body).LastOrDefault(at => at <= FirstWords))].TrimEnd() + " …";
    }
}
