using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Contents.Editing;

namespace Portal.Contents.Versions;

/// <summary>Reads the fields of a version out of its document, whatever its type: of parts that a module knows with their labels and words, of all others by their names.</summary>
/// <param name="names">What sets, which pickers point to, are called.</param>
public sealed class VersionFields(IStringLocalizer text, IReadOnlyDictionary<string, string> names)
{
    /// <summary>Says nothing that anybody wrote.</summary>
    static readonly string[] LeftOut = [nameof(LocalizationPart)];

    readonly Dictionary<string, string> contained = new(StringComparer.Ordinal);

    public IReadOnlyList<VersionField> Of(ContentDocument document, ContentTypeDefinition? type)
    {
        var fields = new List<VersionField>();
        Read(document.Content, type, "", "", fields);
        return fields;
    }

    /// <returns>The localization sets that pickers of the document point to.</returns>
    public static IEnumerable<string> SetsIn(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p is { Key: "LocalizationSets", Value: JsonArray sets } ? sets.OfType<JsonValue>().Select(s => s.ToString()) : SetsIn(p.Value)),
        JsonArray a => a.SelectMany(SetsIn),
        _ => [],
    };

    void Read(JsonObject content, ContentTypeDefinition? type, string prefix, string label, List<VersionField> fields)
    {
        var known = type?.Parts ?? [];
        foreach (var part in known)
        {
            if (content[part.Name] is JsonObject json) ReadPart(part.Name, json, part, type, prefix, label, fields);
        }

        foreach (var (name, value) in content.Where(p => known.All(k => k.Name != p.Key) && !LeftOut.Contains(p.Key, StringComparer.Ordinal)))
        {
            if (value is JsonObject json) ReadPart(name, json, null, type, prefix, label, fields);
        }
    }

    void ReadPart(string name, JsonObject json, PartDefinition? part, ContentTypeDefinition? type, string prefix, string label, List<VersionField> fields)
    {
        if (LeftOut.Contains(name, StringComparer.Ordinal)) return;
        if (json[nameof(BagPart.ContentItems)] is JsonArray items)
        {
            ReadBag(part?.Label is { } bag ? text[bag] : name, name, items, part?.Contained, prefix, label, fields);
            return;
        }

        var properties = part?.Type.GetProperties() ?? [];
        foreach (var (field, value) in json.OrderBy(f => Array.FindIndex(properties, p => p.Name == f.Key) is >= 0 and var at ? at : int.MaxValue))
        {
            var property = properties.FirstOrDefault(p => p.Name == field);
            var editor = property?.GetCustomAttribute<EditorAttribute>();
            var stored = part?.Fields.FirstOrDefault(f => f.Name == field);
            var context = $"{part?.PartName}.{field}";
            var words = editor?.Choices is { } choices ? new Vocabulary(choices, context, stored) : stored?.Options.Count > 0 ? new Vocabulary(stored, context) : null;
            fields.Add(new($"{prefix}{name}.{field}", label + LabelOf(part, field, editor), [.. Lines(value, words).SelectMany(l => l.ReplaceLineEndings("\n").Split('\n')).Where(l => l.Length > 0)],
                prefix.Length == 0 && type?.SharedFields.Contains((name, field)) == true));
        }
    }

    /// <summary>What an administrator called it, or its module, or its name as words.</summary>
    string LabelOf(PartDefinition? part, string field, EditorAttribute? editor)
    {
        var stored = part?.Fields.FirstOrDefault(f => f.Name == field);
        if (stored?.DisplayNames.GetValueOrDefault(Cms.Localization.Culture.Current.ContentCode) is { } own) return own;
        return stored?.DisplayName is { Length: > 0 } name ? text[name] : editor is null ? Spaced(field) : text[editor.Label];
    }

    void ReadBag(string bag, string name, JsonArray items, ContentTypeDefinition? type, string prefix, string label, List<VersionField> fields)
    {
        foreach (var item in items.OfType<JsonObject>())
        {
            var id = (string?)item["ContentItemId"] ?? "";
            var title = (string?)(item[nameof(TitlePart)] as JsonObject)?[nameof(TitlePart.Title)] ?? (string?)item["DisplayText"] ?? "";
            if (title.Length > 0) contained[id] = title;
            Read(item, type, $"{prefix}{name}.{id}.", $"{label}{bag}{(title.Length > 0 ? $" „{title}“" : "")}: ", fields);
        }
    }

    IEnumerable<string> Lines(JsonNode? value, Vocabulary? words) => value switch
    {
        JsonObject o => o.SelectMany(p => Lines(p.Value, words)),
        JsonArray a => a.SelectMany(n => Lines(n, words)),
        JsonValue v => [v.GetValueKind() switch
        {
            JsonValueKind.True => text["yes"],
            JsonValueKind.False => text["no"],
            _ => Named(v.ToString(), words),
        }],
        _ => [],
    };

    string Named(string value, Vocabulary? words)
    {
        if (words?.NameIn(text, value) is { } word && word != value) return word;
        return names.GetValueOrDefault(value) ?? contained.GetValueOrDefault(value) ?? value;
    }

    /// <summary>The name of a field without a label, as words: <c>DueDate</c> becomes <c>Due Date</c>.</summary>
    static string Spaced(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) && !char.IsUpper(name[i - 1]) ? $" {c}" : c.ToString()));
}
