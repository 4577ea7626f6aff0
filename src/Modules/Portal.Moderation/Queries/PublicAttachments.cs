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

    /// <param name="published">Submissions that are known to be in one of the <see cref="States"/>: asking for them once more would lead the database through all that ever were.</param>
    /// <returns>Files by submission, in their order.</returns>
    public async Task<ILookup<string, SubmissionAttachment>> OfAsync(IReadOnlyCollection<string> published, CancellationToken cancel) =>
        (await db.SubmissionAttachments.Where(a => published.Contains(a.SubmissionId) && !a.IsExcluded).OrderBy(a => a.Number).AsNoTracking().ToListAsync(cancel)).ToLookup(a => a.SubmissionId, StringComparer.Ordinal);

    IQueryable<SubmissionAttachment> Public() =>
        (from attachment in db.SubmissionAttachments
         join submission in db.Submissions on attachment.SubmissionId equals submission.Id
         where !attachment.IsExcluded && States.Contains(submission.State)
         select attachment).AsNoTracking();
}
