using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Moderation.Models;

namespace Portal.Moderation.Actions;

/// <summary>Takes a decision up again that the moderators themselves doubt. Nothing is undone by it: the submission waits again, and the next decision is one of its own.</summary>
public sealed class ReopenDecision(PortalDb db, UnitOfWork work, CurrentUser user, SubmissionHistory history, AuditTrail audit, TimeProvider clock)
{
    public Task<Result<SubmissionState>> RunAsync(string submissionId, CancellationToken cancel) => work.RunAsync<SubmissionState>(async () =>
    {
        user.Demand(ModerationPermissions.Moderate);
        var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == submissionId, cancel);
        if (submission is null) return Problem.NotFound("There is no such submission.");
        if (submission.AuthorUserId is not null && submission.AuthorUserId == user.Id) return Problem.Forbidden("Nobody decides on what they wrote themselves.");
        if (submission.Next(Step.Reopen) is null) return Problem.Conflict("There is no decision on this submission that could be taken up again.");

        var now = clock.UtcNow;
        submission.Take(Step.Reopen, now);
        history.Record(submission, "reopened", now);
        audit.Record("Submission", "Reopened", submission.Id);
        work.Evict(Tags.Set(submission.ConsultationSet));
        return submission.State;
    }, cancel);
}
