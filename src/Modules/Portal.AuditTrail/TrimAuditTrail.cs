using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Jobs;

namespace Portal.AuditTrail;

/// <summary>Deletes entries that are older than the site keeps them: all of them, never single ones. The database lets nobody delete a younger one, see <see cref="AuditTrailCut"/>.</summary>
public sealed class TrimAuditTrail(PortalDb db, UnitOfWork work, Retention retention, Portal.Cms.Audit.AuditTrail audit, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        if (await retention.DaysAsync() is not { } days) return;

        var before = clock.UtcNow.Date.AddDays(-days);
        if (!await db.AuditTrail.AnyAsync(e => e.CreatedUtc < before, cancel)) return;
        await work.RunAsync<Done>(async () =>
        {
            if (await db.AuditTrailCuts.FindAsync([AuditTrailCut.TheOne], cancel) is { } cut) cut.BeforeUtc = before;
            else db.AuditTrailCuts.Add(new() { Id = AuditTrailCut.TheOne, BeforeUtc = before });
            await db.SaveChangesAsync(cancel);

            var deleted = await db.AuditTrail.Where(e => e.CreatedUtc < before).ExecuteDeleteAsync(cancel);
            audit.Record("AuditTrail", "Trimmed", before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), new JsonObject { ["entries"] = deleted });
            return default(Done);
        }, cancel);
    }
}
