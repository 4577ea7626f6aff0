using System.Text.Json.Nodes;
using Portal.Cms.Content;

namespace Portal.Contents.Editing;

/// <summary>Keeps the order that all languages share in step with a bag that was edited in one of them.</summary>
public static class BagOrder
{
    /// <param name="before">Ids in the bag before it was edited.</param>
    /// <param name="after">Ids in the bag now.</param>
    public static void Write(JsonObject content, string part, string field, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (before.SequenceEqual(after, StringComparer.Ordinal)) return;

        if (content[part] is not JsonObject json) content[part] = json = [];
        if (json[field] is not JsonObject value) json[field] = value = [];
        var shared = (value[nameof(MultiTextField.Values)] as JsonArray)?.Select(v => (string?)v).OfType<string>().ToList() ?? [];
        // What another language took out does not come back because this one still has its words.
        var takenOut = shared.Count == 0 ? [] : before.Except(shared, StringComparer.Ordinal).ToList();
        var left = shared.Except(before.Except(after, StringComparer.Ordinal), StringComparer.Ordinal);
        value[nameof(MultiTextField.Values)] = new JsonArray([.. Merge([.. left], [.. after.Except(takenOut, StringComparer.Ordinal)]).Select(id => (JsonNode)id)]);
    }

    /// <summary>The items of this language in their order; what only other languages have stands behind the one that it stood behind.</summary>
    public static IReadOnlyList<string> Merge(IReadOnlyList<string> shared, IReadOnlyList<string> here)
    {
        var merged = here.ToList();
        for (var i = 0; i < shared.Count; i++)
        {
            if (!merged.Contains(shared[i], StringComparer.Ordinal)) merged.Insert(i == 0 ? 0 : merged.IndexOf(shared[i - 1]) + 1, shared[i]);
        }

        return merged;
    }
}
