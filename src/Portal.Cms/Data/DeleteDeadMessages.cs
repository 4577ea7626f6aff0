using Microsoft.EntityFrameworkCore;
using Portal.Cms.Jobs;

namespace Portal.Cms.Data;

/// <summary>Deletes dead messages when their time is over: see <see cref="OutboxPatience.DeadKept"/>.</summary>
public sealed class DeleteDeadMessages(UnitOfWork work, PortalDb db, TimeProvider clock) : IJob
{
    public Task RunAsync(CancellationToken cancel)
    {
        var before = clock.UtcNow - OutboxPatience.DeadKept;
        return work.RunAsync<Done>(async () =>
        {
            await db.Outbox.Where(m => m.DeadUtc < before).ExecuteDeleteAsync(cancel);
            return default(Done);
        }, cancel);
    }
}
