using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Modules;
using Portal.Cms.Settings;
using Portal.Recipes.Reading;
using Outcome = Portal.Cms.Content.Actions.ImportContentItem.Outcome;

namespace Portal.Recipes.Steps;

/// <summary><c>feature</c>: stores which features are enabled, with everything they depend on. The set is read when the portal starts.</summary>
public sealed class FeatureStep(PortalDb db, ModuleCatalogue modules, EnabledFeatures running) : IRecipeStep
{
    public string Name => "feature";

    sealed record Payload(IReadOnlyList<string>? Enable, IReadOnlyList<string>? Disable);

    public async Task<Problem?> RunAsync(RecipeStepContext context, CancellationToken cancel)
    {
        var payload = context.Step.Deserialize<Payload>(RecipeJson.Binding)!;
        var enable = Known(payload.Enable, "enable");
        var disable = Known(payload.Disable, "disable");

        var rows = await db.Features.ToListAsync(cancel);
        // Whatever needs a feature that goes has to go with it, or it would bring it back.
        var staying = rows.Select(r => r.Id).Where(id => modules.Features.Any(f => f.Id == id) && !Needs(id).Any(disable.Contains));
        var wanted = FeatureGraph.Order(modules.Features, [.. staying.Union(enable, StringComparer.Ordinal)]).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);

        db.Features.RemoveRange(rows.Where(r => !wanted.Contains(r.Id)));
        foreach (var id in wanted)
        {
            var isStored = rows.Any(r => r.Id == id);
            if (!isStored) db.Features.Add(new StoredFeature { Id = id });
            context.Report.Count(isStored ? Outcome.Unchanged : Outcome.Created);
        }

        foreach (var id in disable.Where(wanted.Contains)) context.Report.Note(context.Path, "The feature {0} stays enabled: it always is, or another feature needs it.", id);
        context.NeedsRestart = !wanted.SetEquals(running.All.Select(f => f.Id));
        return null;

        IEnumerable<string> Needs(string id) => FeatureGraph.Order(modules.Features, [id]).Where(f => !f.IsAlwaysEnabled).Select(f => f.Id);

        List<string> Known(IReadOnlyList<string>? ids, string member)
        {
            var known = new List<string>();
            foreach (var (id, index) in (ids ?? []).Select((id, index) => (id, index)))
            {
                if (modules.Features.Any(f => f.Id == id)) known.Add(id);
                else context.Report.Note($"{context.Path}.{member}[{index}]", "There is no feature {0} here; it was left out.", id);
            }

            return known;
        }
    }
}
