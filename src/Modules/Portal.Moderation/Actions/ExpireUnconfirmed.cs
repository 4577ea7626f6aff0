using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Moderation.Erasure;
using Portal.Moderation.Models;

namespace Portal.Moderation.Actions;

/// <summary>Ends submissions whose address nobody confirmed in time, and erases them.</summary>
public sealed class ExpireUnconfirmed(PortalDb db, UnitOfWork work, SubmissionErasure erasure, SubmissionHistory history, AuditTrail audit, IOptions<ParticipationSettings> settings, TimeProvider clock) : IJob
{
    const int Batch = 50;

    public async Task RunAsync(CancellationToken cancel)
    {
        while ((await work.RunAsync(() => ExpireAsync(cancel), cancel)) is { Succeeded: true, Value: Batch }) { }
    }

    async Task<Result<int>> ExpireAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var end = now.AddDays(-settings.Value.ConfirmationDays);
        var late = await db.Submissions.Where(s => s.State == SubmissionState.Received && s.ReceivedUtc <= end).OrderBy(s => s.ReceivedUtc).Take(Batch).ToListAsync(cancel);
        foreach (var submission in late)
        {
            submission.Take(Step.Expire, now);
            history.Record(submission, "expired", now);
            await erasure.EraseAsync(submission, ErasureExtent.Whole, cancel);
            audit.Record("Submission", "Expired", submission.Id);
        }

        return late.Count;
    }
}
