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
    /// <summary>What was withdrawn already, or took the place of another by now, is not there to be replaced.</summary>
    public static readonly Problem NothingToReplace = Problem.Conflict("The answers that these were to take the place of were withdrawn or replaced meanwhile. If you send these now, they count on their own.");

    /// <summary>Withdrawing twice is no mistake.</summary>
    public Task<Result<SubmissionState>> RunAsync(string? receipt, CancellationToken cancel) => RunAsync(receipt, isReplaced: false, cancel);

    /// <param name="isReplaced">Another one takes its place in the same commit: only one can.</param>
    public Task<Result<SubmissionState>> RunAsync(string? receipt, bool isReplaced, CancellationToken cancel) => work.RunAsync<SubmissionState>(async () =>
    {
        if (await own.FindAsync(receipt, cancel) is not { } submission) return SubmissionOfReceipt.NoSuchReceipt;
        if (isReplaced && submission.Next(Step.Withdraw) is null) return NothingToReplace;
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
