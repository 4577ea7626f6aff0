using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Cms.Settings;

namespace Portal.AuditTrail.Actions;

/// <summary>Says for how long entries of the audit trail are kept. What it said before stands in the trail, as of every setting.</summary>
public sealed class SaveRetention(PortalDb db, UnitOfWork work, CurrentUser user)
{
    /// <param name="days">Null = for as long as the portal runs.</param>
    public Task<Result<Done>> RunAsync(int? days, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(AuditTrailPermissions.ManageAuditTrailSettings);
        if (days is < Retention.Shortest or > Retention.Longest) return Problem.Invalid("days", "A whole number from {0} to {1}.", Retention.Shortest, Retention.Longest);

        var json = new JsonObject { ["RetentionDays"] = days ?? Retention.Longest, ["Disabled"] = days is null }.ToJsonString();
        if (await db.Settings.FindAsync([Retention.Setting], cancel) is { } stored) stored.Json = json;
        else db.Settings.Add(new StoredSetting { Name = Retention.Setting, Json = json });
        work.Evict(Tags.Settings);
        return default(Done);
    }, cancel);
}
