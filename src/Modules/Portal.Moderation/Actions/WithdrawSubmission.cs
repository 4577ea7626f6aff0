using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Moderation.Erasure;
using Portal.Moderation.Models;

namespace Portal.Moderation.Actions;

/// <summary>Its author takes a submission back: it counts as withdrawn, and everything in it is erased. Cannot be undone.</summary>
public sealed class WithdrawSubmission(
    SubmissionOfReceipt own, UnitOfWork work, SubmissionErasure erasure, SubmissionHistory history, AuditTrail audit, TimeProvider clock)
{
    public Task<Result<SubmissionState>> RunAsync(string? receipt, CancellationToken cancel) => work.RunAsync<SubmissionState>(async () =>
    {
        if (await own.FindAsync(receipt, cancel) is not { } submission) return SubmissionOfReceipt.NoSuchReceipt;
        if (submission.State == SubmissionState.Withdrawn) return submission.State;
        if (submission.Next(Step.Withdraw) is null) return Problem.Conflict("This comment has expired; nothing of it is kept.");

        var now = clock.UtcNow;
        submission.Take(Step.Withdraw, now);
        history.Record(submission, "withdrawn", now);
        await erasure.EraseAsync(submission, ErasureExtent.Whole, cancel);
        audit.RecordUnnamed("Submission", "Withdrawn", submission.Id);
        return submission.State;
    }, cancel);
}
