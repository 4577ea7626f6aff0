using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Cms.Content;

/// <summary>Which characters a stored text may hold. U+0000 and lone surrogates may not: PostgreSQL refuses them and JSON cannot carry them safely.</summary>
public static class ContentText
{
    public static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }

    /// <returns>The JSON path of the first text that cannot be stored, or null.</returns>
    public static string? FirstForbidden(ContentDocument document) => Texts(document.Content).FirstOrDefault(v => !IsStorable(v.GetValue<string>()))?.GetPath();

    static IEnumerable<JsonValue> Texts(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Texts(p.Value)),
        JsonArray a => a.SelectMany(Texts),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => [v],
        _ => [],
    };
}
