using System.Text.Json.Nodes;

namespace Portal.Cms.Content;

/// <summary>A passage of a Serbian text whose Latin rendering an editor wrote by hand.</summary>
/// <param name="Source">Hash of the Cyrillic passage: once that reads otherwise, the correction no longer counts.</param>
public sealed record LatinPassage(string Source, string Latin);

/// <summary>Where transliteration is wrong for a Serbian text: foreign names, abbreviations. Stands in the text's own version and is published with it.</summary>
public sealed class LatinPassagesPart : ContentPart
{
    public List<LatinPassage> Passages { get; set; } = [];

    /// <summary>Puts the corrections into the texts of a document that is about to be rendered in Latin letters: rendering leaves them as they are.</summary>
    public static void Apply(ContentDocument document)
    {
        if (document.As<LatinPassagesPart>() is not { Passages.Count: > 0 } part) return;

        var bySource = part.Passages.DistinctBy(p => p.Source, StringComparer.Ordinal).ToDictionary(p => p.Source, p => p.Latin, StringComparer.Ordinal);
        foreach (var (name, value) in document.Content.ToList())
        {
            if (name is not (nameof(LatinPassagesPart) or nameof(AutoroutePart) or nameof(LocalizationPart))) Replace(value, bySource);
        }
    }

    static void Replace(JsonNode? node, Dictionary<string, string> bySource)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (Corrected(value, bySource) is { } text) members[name] = text;
                else Replace(value, bySource);
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (Corrected(items[i], bySource) is { } text) items[i] = text;
                else Replace(items[i], bySource);
            }
        }
    }

    /// <returns>Null where nothing of the text is corrected.</returns>
    static string? Corrected(JsonNode? node, Dictionary<string, string> bySource)
    {
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text)) return null;
        var passages = Portal.Cms.Content.Passages.Split(text);
        return passages.Any(p => bySource.ContainsKey(Portal.Cms.Content.Passages.Hash(p))) ? string.Join("\n\n", passages.Select(p => bySource.GetValueOrDefault(Portal.Cms.Content.Passages.Hash(p), p))) : null;
    }
}
