using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Audit;
using Portal.Cms.Security;

namespace Portal.Cms.Data.Actions;

/// <summary>Has dead messages delivered after all, once what stood in their way is mended. They begin anew: with all their attempts, at once.</summary>
public sealed class RetryDeadMessages(UnitOfWork work, PortalDb db, CurrentUser user, AuditTrail audit, TimeProvider clock)
{
    /// <param name="id">One message; null = all that are dead.</param>
    /// <returns>How many there were.</returns>
    public Task<Result<int>> RunAsync(long? id, CancellationToken cancel) => work.RunAsync<int>(async () =>
    {
        user.Demand(StandardPermissions.SiteOwner);

        var retried = await db.Outbox.Where(m => m.DeadUtc != null && (id == null || m.Id == id)).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.DeadUtc, (DateTime?)null).SetProperty(x => x.Attempts, 0).SetProperty(x => x.DueUtc, clock.UtcNow), cancel);
        if (id is not null && retried == 0) return Problem.NotFound("There is no dead message with this number.");

        audit.Record("Outbox", "Retried", id?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "*", new JsonObject { ["messages"] = retried });
        return retried;
    }, cancel);
}
