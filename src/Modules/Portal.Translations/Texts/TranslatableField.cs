using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Localization;

namespace Portal.Translations.Texts;

/// <summary>A property of a part that holds words of one language.</summary>
/// <param name="Part">Instance name of the part.</param>
/// <param name="Label">English message id.</param>
/// <param name="Member">Member of the field's JSON that holds the words; null where the part's own value does.</param>
public sealed record TranslatableField(string Part, string Name, string Label, TextKind Kind, string? Member)
{
    public string Key => $"{Part}.{Name}";

    /// <summary>What an administrator calls it, by culture.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public string LabelIn(IStringLocalizer text) => Labels?.TryGetValue(Culture.Current.ContentCode, out var own) == true ? Culture.Current.Render(own) : text[Label];

    /// <summary>The fields of a part that have words of one language: those of its class, then those that were added to it.</summary>
    public static IEnumerable<TranslatableField> Of(PartDefinition part) =>
        part.Type.GetProperties().Select(p => Of(part.Name, p, part.Fields.FirstOrDefault(f => f.Name == p.Name))).Concat(part.AddedFields.Select(f => Of(part.Name, f))).OfType<TranslatableField>();

    /// <returns>Null for what is the same in every language, is no text, or is no text for readers: an address, a name for programs.</returns>
    static TranslatableField? Of(string part, PropertyInfo property, FieldDefinition? stored)
    {
        if (property.GetCustomAttribute<EditorAttribute>() is not { } editor || property.IsDefined(typeof(SharedAttribute)) || editor.Choices is not null) return null;
        if (property.DeclaringType == typeof(AutoroutePart) || property.DeclaringType == typeof(AliasPart) || property.Name == nameof(SeoMetaPart.MetaRobots)) return null;

        var (label, isLong) = (stored?.DisplayName ?? editor.Label, editor.Lines > 1);
        if (property.PropertyType == typeof(string)) return new(part, property.Name, label, isLong ? TextKind.Markdown : TextKind.Line, null) { Labels = stored?.DisplayNames };
        return Of(part, property.Name, property.PropertyType.Name, label, isLong) is { } field ? field with { Labels = stored?.DisplayNames } : null;
    }

    static TranslatableField? Of(string part, FieldDefinition added) => added.IsShared || added.Options.Count > 0 ? null
        : Of(part, added.Name, added.FieldType, added.DisplayName ?? added.Name, added.Editor == DefinitionNames.TextArea) is { } field ? field with { Labels = added.DisplayNames } : null;

    static TranslatableField? Of(string part, string name, string type, string label, bool isLong) => type switch
    {
        nameof(TextField) => new(part, name, label, isLong ? TextKind.Paragraphs : TextKind.Line, nameof(TextField.Text)),
        nameof(LinkField) => new(part, name, label, TextKind.Line, nameof(LinkField.Text)),
        nameof(MarkdownField) => new(part, name, label, TextKind.Markdown, nameof(MarkdownField.Markdown)),
        nameof(HtmlField) => new(part, name, label, TextKind.Markdown, nameof(HtmlField.Html)),
        nameof(MultiTextField) => new(part, name, label, TextKind.Values, nameof(MultiTextField.Values)),
        nameof(MediaField) => new(part, name, label, TextKind.FileTexts, nameof(MediaField.MediaTexts)),
        _ => null,
    };

    /// <returns>The passages of the text, in order; file titles may be empty.</returns>
    public IReadOnlyList<string> Read(JsonObject content)
    {
        var value = (content[Part] as JsonObject)?[Name];
        var text = Member is null ? value : (value as JsonObject)?[Member];
        return Kind switch
        {
            TextKind.Values => [.. Texts(text).Where(t => t.Length > 0)],
            TextKind.FileTexts => [.. Files(value).Select((_, i) => Texts(text).ElementAtOrDefault(i) ?? "")],
            TextKind.Line => Text(text).Trim() is { Length: > 0 } line ? [line] : [],
            _ => Passages.Split(Text(text)),
        };
    }

    /// <summary>Writes the passages in place of those that are there; what else the field's JSON holds stays.</summary>
    public void Write(JsonObject content, IReadOnlyList<string> passages)
    {
        if (passages.Count == 0 && (content[Part] as JsonObject)?[Name] is null) return;

        if (content[Part] is not JsonObject part) content[Part] = part = [];
        JsonNode text = Kind is TextKind.Values or TextKind.FileTexts ? new JsonArray([.. passages.Select(p => (JsonNode)p)]) : string.Join(Kind == TextKind.Line ? " " : "\n\n", passages);
        if (Member is null) part[Name] = text;
        else if (part[Name] is JsonObject field) field[Member] = text;
        else part[Name] = new JsonObject { [Member] = text };
    }

    static IEnumerable<JsonNode?> Files(JsonNode? value) => (value as JsonObject)?[nameof(MediaField.Paths)] as JsonArray ?? [];

    static IEnumerable<string> Texts(JsonNode? node) => (node as JsonArray ?? []).Select(Text);

    static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
