using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Modules;
using Portal.Cms.Security;

namespace Portal.Site.Actions;

/// <summary>Says which features are on. Their tables and data stay, whatever is chosen; it counts when the portal is started anew.</summary>
public sealed class SaveFeatures(UnitOfWork work, PortalDb db, ModuleCatalogue modules, CurrentUser user, AuditTrail audit)
{
    /// <summary>Without these nobody could turn anything on again.</summary>
    public static readonly IReadOnlyList<string> Needed = ["Portal.Site", "Portal.Users"];

    /// <param name="wanted">Ids of the features that are to be on; what they depend on comes with them.</param>
    public Task<Result<Done>> RunAsync(IReadOnlyList<string> wanted, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(SitePermissions.ManageSettings);
        if (wanted.FirstOrDefault(id => modules.Features.All(f => f.Id != id)) is { } unknown) return Problem.Invalid("features", "There is no feature {0}.", unknown);

        await work.AloneAsync("features", cancel);
        string[] chosen = [.. wanted.Union(Needed, StringComparer.Ordinal).Union(modules.Features.Where(f => f.IsTheme).Select(f => f.Id), StringComparer.Ordinal)];
        var on = FeatureGraph.Order(modules.Features, chosen).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var rows = await db.Features.ToListAsync(cancel);
        string[] added = [.. on.Except(rows.Select(r => r.Id), StringComparer.Ordinal)], removed = [.. rows.Select(r => r.Id).Where(id => !on.Contains(id))];
        if (added.Length + removed.Length == 0) return default(Done);

        db.Features.RemoveRange(rows.Where(r => removed.Contains(r.Id)));
        db.Features.AddRange(added.Select(id => new Cms.Settings.StoredFeature { Id = id }));
        audit.Record("Settings", "FeaturesChanged", "features", new() { ["on"] = Ids(added), ["off"] = Ids(removed) });
        return default(Done);
    }, cancel);

    static JsonArray Ids(IEnumerable<string> ids) => new([.. ids.Select(id => (JsonNode)id)]);
}
