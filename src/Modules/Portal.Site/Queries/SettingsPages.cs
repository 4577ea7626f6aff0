using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Modules;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Site.Actions;

namespace Portal.Site.Queries;

public sealed record SettingsForm(SettingsGroup Group, IReadOnlyList<ShownSetting> Fields);

/// <param name="IsOn">As stored: counts at the next start.</param>
/// <param name="IsRunning">In this process, now.</param>
/// <param name="IsNeeded">It cannot be turned off.</param>
/// <param name="NeededBy">Names of the features that are on and depend on it.</param>
public sealed record FeatureRow(Feature Feature, bool IsOn, bool IsRunning, bool IsNeeded, IReadOnlyList<string> NeededBy);

/// <summary>What the pages of the site's settings show.</summary>
public sealed class SettingsPages(PortalDb db, SiteSettings settings, IEnumerable<SettingsGroup> groups, ModuleCatalogue modules, EnabledFeatures running, CurrentUser user)
{
    /// <summary>Key under which recipes' unknown steps are kept: no setting of the site.</summary>
    const string NoSetting = "UnknownSteps";

    public IReadOnlyList<SettingsGroup> Groups => [.. groups.Where(g => g.Needs is null || user.May(g.Needs)).OrderBy(g => g.Position).ThenBy(g => g.Name, StringComparer.Ordinal)];

    /// <param name="typed">What was typed; null = what is stored.</param>
    /// <returns>Null where there is no such group.</returns>
    public async Task<SettingsForm?> OfAsync(string group, TypedSettings? typed, CancellationToken cancel)
    {
        if (Groups.FirstOrDefault(g => g.Name == group) is not { } found) return null;

        var shown = new List<ShownSetting>();
        foreach (var field in found.Fields)
        {
            var values = typed ?? new(field.Show(await settings.AtAsync(field.Path)).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal));
            shown.Add(new(field, values, await field.OptionsAsync(db, cancel)));
        }

        return new(found, shown);
    }

    public async Task<IReadOnlyList<FeatureRow>> FeaturesAsync(CancellationToken cancel)
    {
        var enabled = (await db.Features.AsNoTracking().Select(f => f.Id).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        return [.. from feature in modules.Features.OrderBy(f => f.Category, StringComparer.Ordinal).ThenBy(f => f.Name, StringComparer.Ordinal)
                   where !feature.IsTheme && !feature.IsAlwaysEnabled
                   select new FeatureRow(feature, enabled.Contains(feature.Id), running.Contains(feature.Id), SaveFeatures.Needed.Contains(feature.Id, StringComparer.Ordinal),
                       [.. modules.Features.Where(f => enabled.Contains(f.Id) && f.Dependencies.Contains(feature.Id, StringComparer.Ordinal)).Select(f => f.Name)])];
    }

    /// <returns>A recipe that sets another portal as this one is set.</returns>
    public async Task<JsonObject> RecipeAsync(CancellationToken cancel)
    {
        var step = new JsonObject { ["name"] = "settings" };
        foreach (var row in await db.Settings.AsNoTracking().Where(s => s.Name != NoSetting).OrderBy(s => s.Name).ToListAsync(cancel)) step[row.Name] = JsonNode.Parse(row.Json);
        return new() { ["name"] = "settings", ["displayName"] = "Site settings", ["version"] = "1.0.0", ["issetuprecipe"] = false, ["steps"] = new JsonArray(step) };
    }
}
