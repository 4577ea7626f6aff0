using System.Text.Json.Nodes;
using Portal.Cms.Content;

namespace Portal.Site.Taxonomies;

/// <summary>Finds references to sets in item JSON, wherever pickers stand: in parts, in bags, in fields that no class knows.</summary>
public static class TermReferences
{
    const string Sets = "LocalizationSets";

    /// <summary>Lets everything that points to one set point to another.</summary>
    /// <param name="self">The set that the JSON belongs to: it does not come to point to itself.</param>
    /// <returns>The JSON; the very same text where nothing pointed there.</returns>
    public static string Move(string json, string from, string into, string self)
    {
        var root = JsonNode.Parse(json)!;
        return Move(root, from, into, self) ? root.ToJsonString(ContentDocument.Json) : json;
    }

    /// <returns>Whether anything pointed there.</returns>
    public static bool Move(JsonNode root, string from, string into, string self)
    {
        var any = false;
        switch (root)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (name == Sets && value is JsonArray sets) any |= Move(sets, from, into, self);
                    else if (value is not null) any |= Move(value, from, into, self);
                }

                break;
            case JsonArray items:
                foreach (var item in items.OfType<JsonNode>().Where(i => i is JsonObject or JsonArray)) any |= Move(item, from, into, self);
                break;
        }

        return any;
    }

    /// <returns>Every set that something in the JSON points to.</returns>
    public static IEnumerable<string> In(JsonNode root) => root switch
    {
        JsonObject members => members.SelectMany(m => m.Key == Sets && m.Value is JsonArray sets ? sets.Select(s => s?.ToString()).OfType<string>() : m.Value is null ? [] : In(m.Value)),
        JsonArray items => items.OfType<JsonNode>().Where(i => i is JsonObject or JsonArray).SelectMany(In),
        _ => [],
    };

    static bool Move(JsonArray sets, string from, string into, string self)
    {
        var before = sets.Select(s => s?.ToString()).OfType<string>().ToList();
        if (!before.Contains(from, StringComparer.Ordinal)) return false;
        sets.Clear();
        foreach (var set in before.Select(s => s == from ? into : s).Where(s => s != self).Distinct(StringComparer.Ordinal)) sets.Add(set);
        return true;
    }
}
