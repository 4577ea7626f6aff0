using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Moderation.Models;

namespace Portal.Moderation;

/// <summary>Submissions for which another one stands: both are kept and counted. When the other one is shown no longer, they are decided on by themselves.</summary>
public sealed class MergedSubmissions(PortalDb db, SubmissionHistory history)
{
    static readonly SubmissionState[] CannotStandForOthers = [SubmissionState.Received, SubmissionState.Declined, SubmissionState.Merged, SubmissionState.Withdrawn, SubmissionState.Expired];

    /// <returns>Why this submission cannot be merged into that one, or null.</returns>
    public async Task<FieldError?> WhyNotIntoAsync(Submission submission, string? into, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(into)) return new("mergeInto", "Say which submission says the same.");
        var other = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == into, cancel);
        if (other is null || other.Id == submission.Id || other.ConsultationSet != submission.ConsultationSet) return new("mergeInto", "There is no other submission {0} to this consultation.", into);
        return CannotStandForOthers.Contains(other.State) ? new("mergeInto", "That submission is not shown itself, so it cannot stand for another.") : null;
    }

    /// <summary>Puts everything that was merged into a submission before the moderators again. To be called when it was declined, merged or withdrawn; inside that unit of work.</summary>
    public async Task ReopenAsync(string submissionId, DateTime nowUtc, CancellationToken cancel)
    {
        foreach (var one in await db.Submissions.Where(s => s.MergedIntoId == submissionId && s.State == SubmissionState.Merged && s.ErasedUtc == null).ToListAsync(cancel))
        {
            one.Take(Step.Reopen, nowUtc);
            history.Record(one, "reopened", nowUtc);
        }
    }
}
