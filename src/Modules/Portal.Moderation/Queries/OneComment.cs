using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Queries;

/// <summary>One published comment, for pages about it.</summary>
/// <param name="Paragraphs">As the public sees it.</param>
public sealed record CommentPage(
    string Id, string ConsultationSet, string? SectionId, string ConsultationTitle, string ConsultationHref, Culture Language, IReadOnlyList<IReadOnlyList<Piece>> Paragraphs, bool MayBeAnswered, bool MayBeAgreedWith);

public sealed class OneComment(PortalDb db, FindConsultation find, ConsultedText texts, TimeProvider clock)
{
    /// <returns>Null where the public does not see it.</returns>
    public async Task<CommentPage?> RunAsync(string id, Culture culture, CancellationToken cancel)
    {
        var decisions = db.SubmissionDecisions;
        var found = await (from s in db.Submissions
                           join v in db.SubmissionVersions on new { s.Id, Number = s.CurrentVersion } equals new { Id = v.SubmissionId, v.Number }
                           where s.Id == id && s.Appearance == Appearance.Text
                           select new { Submission = s, v.Body, Redactions = decisions.Where(d => d.SubmissionId == s.Id && d.Version == s.CurrentVersion && d.Round == s.DecidedRound).Select(d => d.Redactions).FirstOrDefault() })
            .AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null || await find.RunAsync(found.Submission.ConsultationSet, cancel) is not { } consultation || await texts.RunAsync(consultation.Set, culture, cancel) is not { } document) return null;

        var isOpen = consultation.Milestones.PhaseAt(clock.UtcNow) == Phase.Open;
        Culture.TryFrom(found.Submission.Culture, out var language);
        return new(
            id, consultation.Set, found.Submission.SectionId, document.Title, document.Href, language ?? Culture.En, Citizens.Paragraphs(found.Body, Redaction.Read(found.Redactions)),
            isOpen && consultation.AllowsReplies && found.Submission.ReplyToId is null, isOpen && consultation.AllowsAgreeing);
    }
}
