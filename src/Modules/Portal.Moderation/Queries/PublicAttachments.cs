using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;

namespace Portal.Moderation.Queries;

/// <summary>The files that the public may have: of submissions that a moderator has published, without those that were left out.</summary>
public sealed class PublicAttachments(PortalDb db)
{
    /// <summary>Not before somebody has looked at them, also where texts are published at once.</summary>
    public static readonly SubmissionState[] States = [SubmissionState.Published, SubmissionState.PublishedRedacted];

    public Task<SubmissionAttachment?> FindAsync(string id, CancellationToken cancel) => Public().SingleOrDefaultAsync(a => a.Id == id, cancel);

    /// <returns>Files by submission, in their order.</returns>
    public async Task<ILookup<string, SubmissionAttachment>> OfAsync(IReadOnlyCollection<string> submissions, CancellationToken cancel) =>
        (await Public().Where(a => submissions.Contains(a.SubmissionId)).OrderBy(a => a.Number).ToListAsync(cancel)).ToLookup(a => a.SubmissionId, StringComparer.Ordinal);

    IQueryable<SubmissionAttachment> Public() =>
        (from attachment in db.SubmissionAttachments join submission in db.Submissions on attachment.SubmissionId equals submission.Id
         where !attachment.IsExcluded && States.Contains(submission.State) select attachment).AsNoTracking();
}
