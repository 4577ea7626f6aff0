using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Cms.Content;

namespace Portal.Cms.Media;

/// <summary>Finds the files that a text uses.</summary>
public static partial class MediaPaths
{
    const string Address = "/media/";

    /// <returns>Paths relative to the media folder, each once: those of media fields, and those whose address stands in a text.</returns>
    public static IReadOnlySet<string> In(JsonNode? content)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Collect(content, found);
        return found;
    }

    /// <returns>The path of an address of a file; null for any other address.</returns>
    public static string? OfAddress(string? address)
    {
        if (address is null || !address.StartsWith(Address, StringComparison.Ordinal)) return null;
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = Uri.UnescapeDataString(end < 0 ? address[Address.Length..] : address[Address.Length..end]);
        return path.Length > 0 ? path : null;
    }

    static void Collect(JsonNode? node, HashSet<string> found)
    {
        switch (node)
        {
            case JsonObject item:
                foreach (var (name, value) in item)
                {
                    if (name == nameof(MediaField.Paths) && value is JsonArray paths) found.UnionWith(paths.OfType<JsonValue>().Select(p => p.TryGetValue<string>(out var path) ? path : "").Where(p => p.Length > 0));
                    else Collect(value, found);
                }

                break;
            case JsonArray list:
                foreach (var value in list) Collect(value, found);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && text.Contains(Address, StringComparison.Ordinal):
                found.UnionWith(AddressInText().Matches(text).Select(m => OfAddress(m.Value)).OfType<string>());
                break;
        }
    }

    [GeneratedRegex(@"(?<![\w.])/media/[^\s)""'<>\]\\]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressInText();
}
