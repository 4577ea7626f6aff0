using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Security;
using Portal.Moderation.Models;

namespace Portal.Moderation.Sections;

/// <param name="Consultation">Null where it is no longer published.</param>
/// <param name="Body">The author's words, or empty where they are erased.</param>
public sealed record OwnSubmission(ContentName? Consultation, string Body, string Culture, SubmissionState State, DateTime ReceivedUtc);

/// <summary>On the page of one's account: the comments that were sent while signed in, newest first.</summary>
public sealed class OwnSubmissions(PortalDb db, ContentNames names, CurrentUser me) : IContentSection
{
    const int Shown = 100;

    public bool AppliesTo(string contentType) => contentType == "Account";

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        var own = await (from submission in db.Submissions.AsNoTracking()
                         join version in db.SubmissionVersions on new { submission.Id, Number = submission.CurrentVersion } equals new { Id = version.SubmissionId, version.Number } into versions
                         from version in versions.DefaultIfEmpty()
                         where submission.AuthorUserId == me.Id
                         orderby submission.ReceivedUtc descending
                         select new { submission.ConsultationSet, submission.Culture, submission.State, submission.ReceivedUtc, version.Body }).Take(Shown).ToListAsync(cancel);
        var titles = await names.InAsync(page.Culture, own.Select(s => s.ConsultationSet), cancel);
        return [new("after", null, "_OwnSubmissions", own.ConvertAll(s => new OwnSubmission(titles.GetValueOrDefault(s.ConsultationSet), s.Body ?? "", s.Culture, s.State, s.ReceivedUtc)))];
    }
}
