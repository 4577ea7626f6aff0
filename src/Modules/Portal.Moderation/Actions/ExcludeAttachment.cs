using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Moderation.Models;

namespace Portal.Moderation.Actions;

/// <summary>A moderator keeps one file of a submission from the public, or lets it be seen with the text again.</summary>
public sealed class ExcludeAttachment(PortalDb db, UnitOfWork work, CurrentUser user, AuditTrail audit)
{
    /// <returns>The submission that it belongs to.</returns>
    public Task<Result<string>> RunAsync(string attachmentId, bool exclude, CancellationToken cancel) => work.RunAsync<string>(async () =>
    {
        user.Demand(ModerationPermissions.Moderate);
        if (await db.SubmissionAttachments.SingleOrDefaultAsync(a => a.Id == attachmentId, cancel) is not { } attachment) return Problem.NotFound("There is no such file.");
        var submission = await db.Submissions.AsNoTracking().SingleAsync(s => s.Id == attachment.SubmissionId, cancel);
        if (submission.AuthorUserId is { } author && author == user.Id) return Problem.Forbidden("Nobody decides on what they wrote themselves.");

        attachment.IsExcluded = exclude;
        audit.Record("Submission", exclude ? "AttachmentExcluded" : "AttachmentIncluded", submission.Id, new JsonObject { ["attachment"] = attachment.Id });
        work.Evict(Tags.Set(submission.ConsultationSet));
        return submission.Id;
    }, cancel);
}
