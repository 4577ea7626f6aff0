using System.Text.Json.Nodes;
using Portal.Cms.Content;

namespace Portal.Translations.Texts;

/// <summary>An item of a bag in both languages.</summary>
/// <param name="Id">The id it has in the source.</param>
/// <param name="Target">Null where the target has none yet.</param>
public sealed record BagPair(string Id, JsonObject Source, JsonObject? Target);

/// <summary>Finds which items of a bag belong together: by their ids, which translations keep; by their places where an import gave each language its own.</summary>
public static class BagItems
{
    public static List<JsonObject> Of(JsonObject content, string bag) => ((content[bag] as JsonObject)?[nameof(BagPart.ContentItems)] as JsonArray)?.OfType<JsonObject>().ToList() ?? [];

    public static string IdOf(JsonObject item) => (string?)item["ContentItemId"] ?? "";

    public static IReadOnlyList<BagPair> Pair(JsonObject source, JsonObject target, string bag)
    {
        var (theirs, ours) = (Of(source, bag), Of(target, bag));
        var byId = ours.Where(i => IdOf(i).Length > 0).DistinctBy(IdOf, StringComparer.Ordinal).ToDictionary(IdOf, StringComparer.Ordinal);
        var hasCommon = theirs.Exists(i => byId.ContainsKey(IdOf(i)));
        return [.. theirs.Select((item, index) => new BagPair(
            IdOf(item) is { Length: > 0 } id ? id : $"at{index}", item, byId.GetValueOrDefault(IdOf(item)) ?? (hasCommon ? null : ours.ElementAtOrDefault(index))))];
    }

    /// <summary>Puts a new item where it stands in the source: behind the nearest one before it that the target has.</summary>
    public static void Insert(JsonObject target, string bag, IReadOnlyList<BagPair> pairs, int at, JsonObject item)
    {
        if (target[bag] is not JsonObject part) target[bag] = part = new();
        if (part[nameof(BagPart.ContentItems)] is not JsonArray items) part[nameof(BagPart.ContentItems)] = items = new();
        var before = pairs.Take(at).Select(p => p.Target).LastOrDefault(t => t is not null && items.Contains(t));
        items.Insert(before is null ? 0 : items.IndexOf(before) + 1, item);
    }
}
