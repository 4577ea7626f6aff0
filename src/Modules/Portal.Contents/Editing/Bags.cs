using System.Text.Json.Nodes;
using Portal.Cms.Content;

namespace Portal.Contents.Editing;

/// <summary>How the items of a bag are named on a form: by a key that goes with them wherever they are moved.</summary>
public static class Bags
{
    const int LongestKey = 64;

    /// <summary>Name of the inputs that hold the keys in their order.</summary>
    public static string Keys(string bag) => $"{bag}.items";

    /// <summary>What the names of an item's inputs begin with.</summary>
    public static string Prefix(string bag, string key) => $"{bag}.{key}.";

    /// <returns>The items with their keys: their ids, or their places where an import brought none that can be one.</returns>
    public static List<(string Key, JsonObject Item)> ItemsOf(JsonObject? bag)
    {
        var items = (bag?[nameof(BagPart.ContentItems)] as JsonArray)?.OfType<JsonObject>().ToList() ?? [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. items.Select((item, index) => ((string?)item["ContentItemId"] is { } id && IsKey(id) && seen.Add(id) ? id : $"at:{index}", item))];
    }

    /// <summary>Whether an id can be a key, and the key of a new item its id.</summary>
    public static bool IsKey(string key) => key.Length is > 0 and <= LongestKey && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
