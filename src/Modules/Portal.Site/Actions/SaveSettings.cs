using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Cms.Settings;

namespace Portal.Site.Actions;

/// <summary>Saves one group of the site's settings. It counts at once, on every page and every node; old and new values are recorded.</summary>
public sealed class SaveSettings(UnitOfWork work, PortalDb db, IEnumerable<SettingsGroup> groups, CurrentUser user, AuditTrail audit)
{
    /// <param name="group">Name of the group.</param>
    public Task<Result<Done>> RunAsync(string group, TypedSettings typed, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(SitePermissions.ManageSettings);
        if (groups.FirstOrDefault(g => g.Name == group) is not { } found) return Problem.NotFound("There are no such settings.");
        if (found.Needs is { } needed) user.Demand(needed);

        var errors = new List<FieldError>();
        var values = found.Fields.ToDictionary(f => f.Path, f => f.Read(typed, errors), StringComparer.Ordinal);
        foreach (var field in found.Fields) await CheckChoicesAsync(field, typed, errors, cancel);
        if (errors.Count > 0) return Problem.Invalid(errors);

        await work.AloneAsync("settings", cancel);
        await WriteAsync(values, cancel);
        work.Evict(Tags.Settings);
        return default(Done);
    }, cancel);

    async Task CheckChoicesAsync(SettingField field, TypedSettings typed, List<FieldError> errors, CancellationToken cancel)
    {
        if (field is not ManySetting) return;
        var known = (await field.OptionsAsync(db, cancel)).Select(o => o.Key).ToList();
        if (typed.All(field.Path).Any(k => k.Length > 0 && !known.Contains(k, StringComparer.Ordinal))) errors.Add(new(field.Path, "One of {0}.", string.Join(", ", known)));
    }

    async Task WriteAsync(Dictionary<string, JsonNode?> values, CancellationToken cancel)
    {
        string[] keys = [.. values.Keys.Select(SettingPath.KeyOf).Distinct(StringComparer.Ordinal)];
        var rows = await db.Settings.Where(s => keys.Contains(s.Name)).ToDictionaryAsync(s => s.Name, StringComparer.Ordinal, cancel);
        var all = rows.ToDictionary(r => r.Key, r => JsonNode.Parse(r.Value.Json), StringComparer.Ordinal);
        foreach (var (path, value) in values)
        {
            var before = SettingPath.Read(all, path)?.DeepClone();
            if (JsonNode.DeepEquals(before, value)) continue;
            audit.Record("Settings", "Changed", path, new() { ["before"] = before, ["after"] = value?.DeepClone() });
            SettingPath.Write(all, path, value);
        }

        foreach (var (key, json) in all)
        {
            if (json is null)
            {
                if (rows.TryGetValue(key, out var gone)) db.Settings.Remove(gone);
                continue;
            }

            var text = json.ToJsonString(ContentDocument.Json);
            if (rows.TryGetValue(key, out var row)) row.Json = text;
            else db.Settings.Add(new() { Name = key, Json = text });
        }
    }
}
