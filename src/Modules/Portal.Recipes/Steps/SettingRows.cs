using System.Text.Json.Nodes;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Settings;
using Outcome = Portal.Cms.Content.Actions.ImportContentItem.Outcome;

namespace Portal.Recipes.Steps;

/// <summary>Writes site settings, one row per key.</summary>
static class SettingRows
{
    /// <summary>Stores a value under a key, unless the same value is there.</summary>
    public static async Task<Outcome> SetSettingAsync(this PortalDb db, string name, JsonNode value, CancellationToken cancel)
    {
        var json = value.ToJsonString(ContentDocument.Json);
        if (await db.Settings.FindAsync([name], cancel) is not { } row)
        {
            db.Settings.Add(new() { Name = name, Json = json });
            return Outcome.Created;
        }

        if (JsonNode.DeepEquals(JsonNode.Parse(row.Json), value)) return Outcome.Unchanged;
        row.Json = json;
        return Outcome.Updated;
    }
}
