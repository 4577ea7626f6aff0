using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Queries;

/// <summary>A comment as the public sees it, by itself.</summary>
/// <param name="ConsultationHref">Page of the consultation, in the reader's culture where it has one.</param>
/// <param name="Paragraphs">Without the passages that are hidden.</param>
public sealed record ShownComment(
    string Id, string ConsultationSet, string? SectionId, string ConsultationTitle, string ConsultationHref, Culture Language, string? Name, DateTime ReceivedUtc, IReadOnlyList<IReadOnlyList<Piece>> Paragraphs)
{
    /// <summary>It can be answered now.</summary>
    public bool MayBeAnswered { get; init; }
    /// <summary>One can agree with it now.</summary>
    public bool MayBeAgreedWith { get; init; }
}

/// <summary>Finds one comment that the public sees, what can be done with it, and the page on which it stands.</summary>
public sealed class FindComment(PortalDb db, FindConsultation find, ConsultedText texts, TimeProvider clock)
{
    /// <returns>Null where no text of this id is public.</returns>
    public async Task<ShownComment?> RunAsync(string id, Culture culture, CancellationToken cancel)
    {
        var row = await (from submission in db.Submissions
                         join version in db.SubmissionVersions on new { submission.Id, Number = submission.CurrentVersion } equals new { Id = version.SubmissionId, version.Number }
                         join decision in db.SubmissionDecisions on new { submission.Id, Version = submission.CurrentVersion, Round = submission.DecidedRound } equals new { Id = decision.SubmissionId, decision.Version, Round = (int?)decision.Round } into decisions
                         from decision in decisions.DefaultIfEmpty()
                         where submission.Id == id && submission.Appearance == Appearance.Text && submission.QuestionnaireVersion == null
                         select new { Submission = submission, version.Body, decision.Redactions }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (row is null || await find.RunAsync(row.Submission.ConsultationSet, cancel) is not { } consultation || await texts.RunAsync(consultation.Set, culture, cancel) is not { } document) return null;

        var (comment, isOpen) = (row.Submission, consultation.Milestones.PhaseAt(clock.UtcNow) == Phase.Open);
        Culture.TryFrom(comment.Culture, out var language);
        return new(
            id, consultation.Set, comment.SectionId, document.Title, document.Href, language ?? Culture.En, comment.DisplayName, comment.ReceivedUtc, Citizens.Paragraphs(row.Body, Redaction.Read(row.Redactions)))
        {
            MayBeAnswered = isOpen && consultation.AllowsReplies && comment.ReplyToId is null, MayBeAgreedWith = isOpen && consultation.AllowsAgreeing,
        };
    }

    /// <returns>Where the comment, or what stands in its place, is on the consultation's page now; null where the public finds neither.</returns>
    public async Task<string?> AddressAsync(string id, Culture culture, CancellationToken cancel)
    {
        // An answer stands on the page of the comment above it.
        var shown = db.Submissions.AsNoTracking().Where(s => s.QuestionnaireVersion == null && s.Appearance != Appearance.None);
        var above = await shown.Where(s => s.Id == id).Select(s => s.ReplyToId ?? s.Id).SingleOrDefaultAsync(cancel);
        var found = await shown.Where(s => s.Id == above).Select(s => new { s.ConsultationSet, s.ReceivedUtc }).SingleOrDefaultAsync(cancel);
        if (found is null || await texts.RunAsync(found.ConsultationSet, culture, cancel) is not { } document) return null;
#pragma warning disable CA1309 // The database compares, and EF translates no other overload.
        var newer = await shown.CountAsync(s => s.ConsultationSet == found.ConsultationSet && s.ReplyToId == null
            && (s.ReceivedUtc > found.ReceivedUtc || (s.ReceivedUtc == found.ReceivedUtc && string.Compare(s.Id, above) < 0)), cancel);
#pragma warning restore CA1309
        var page = (newer / PublishedComments.PageSize) + 1;
        return $"{document.Href}{(page == 1 ? "" : $"?page={page}")}#c-{Uri.EscapeDataString(id)}";
    }
}
