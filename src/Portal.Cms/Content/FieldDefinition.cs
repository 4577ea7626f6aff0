using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Cms.Content.Definitions;

namespace Portal.Cms.Content;

/// <summary>A field as a stored definition describes it, in Orchard Core's terms: <c>FieldName</c> is the kind of field, <c>Name</c> the field's own.</summary>
/// <param name="record">One of <c>ContentPartFieldDefinitionRecords</c>; not to be changed.</param>
public sealed class FieldDefinition(JsonObject record)
{
    public JsonObject Record => record;
    public string Name { get; } = TextOf(record, DefinitionNames.Name) ?? "";
    /// <summary>Such as <c>TextField</c>.</summary>
    public string FieldType { get; } = TextOf(record, DefinitionNames.FieldName) ?? "";

    public string? DisplayName => Text(DefinitionNames.OfField, DefinitionNames.DisplayName);
    public string? Hint => Text(OwnSettings, DefinitionNames.Hint);
    public string? Editor => Text(DefinitionNames.OfField, DefinitionNames.Editor);
    public bool IsRequired => Flag(OwnSettings, DefinitionNames.Required);
    public bool IsShared => Flag(DefinitionNames.Ours, DefinitionNames.Shared);
    /// <summary>The form leaves it out; what an item holds in it stays.</summary>
    public bool IsHidden => Flag(DefinitionNames.Ours, DefinitionNames.Hidden);
    /// <summary>Its place among the part's fields; null = behind those that have one.</summary>
    public double? Position => double.TryParse(Text(DefinitionNames.OfField, DefinitionNames.Position), NumberStyles.Float, CultureInfo.InvariantCulture, out var position) ? position : null;
    public IReadOnlyDictionary<string, string> DisplayNames => Words(DefinitionNames.DisplayNames);
    public IReadOnlyDictionary<string, string> Hints => Words(DefinitionNames.Hints);

    /// <summary>Content types that a picker may point to.</summary>
    public IReadOnlyList<string> Picks => TextsOf(Setting(OwnSettings, DefinitionNames.DisplayedContentTypes));
    public bool PicksMany => Flag(OwnSettings, DefinitionNames.Multiple);

    /// <summary>Values to choose from with their names; empty where anything can be typed.</summary>
    public IReadOnlyList<(string Value, string Name)> Options =>
        (Editor == DefinitionNames.PredefinedList ? Setting(DefinitionNames.ListSettings, DefinitionNames.Options) : FieldType == nameof(MultiTextField) ? Setting(OwnSettings, DefinitionNames.Options) : null) is JsonArray options
            ? [.. from option in options.OfType<JsonObject>() let value = TextOf(option, DefinitionNames.Value) ?? TextOf(option, DefinitionNames.Name) where value is not null select (value, TextOf(option, DefinitionNames.Name) ?? value)] : [];

    /// <summary>What the values are called, by value and culture, where an administrator said so.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> OptionNames =>
        (Setting(DefinitionNames.Ours, DefinitionNames.OptionNames) as JsonObject ?? []).ToDictionary(o => o.Key, o => WordsOf(o.Value), StringComparer.Ordinal);

    /// <summary>Values that nobody can choose any more; items keep them.</summary>
    public IReadOnlyList<string> HiddenOptions => TextsOf(Setting(DefinitionNames.Ours, DefinitionNames.HiddenOptions));

    public decimal? Number(string setting) => decimal.TryParse(Text(OwnSettings, setting), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A setting of the field's own kind.</summary>
    public string? Own(string setting) => Text(OwnSettings, setting);

    string OwnSettings => FieldType + "Settings";

    JsonNode? Setting(string group, string name) => ((record[DefinitionNames.Settings] as JsonObject)?[group] as JsonObject)?[name];

    string? Text(string group, string name) => Setting(group, name) is JsonValue value && value.ToString() is { Length: > 0 } text ? text : null;

    bool Flag(string group, string name) => Setting(group, name) is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    IReadOnlyDictionary<string, string> Words(string name) => WordsOf(Setting(DefinitionNames.Ours, name));

    /// <summary>Texts by culture.</summary>
    public static IReadOnlyDictionary<string, string> WordsOf(JsonNode? node) =>
        (node as JsonObject ?? []).Where(w => w.Value is JsonValue && !string.IsNullOrWhiteSpace(w.Value.ToString())).ToDictionary(w => w.Key, w => w.Value!.ToString(), StringComparer.Ordinal);

    static IReadOnlyList<string> TextsOf(JsonNode? node) => [.. (node as JsonArray ?? []).OfType<JsonValue>().Select(v => v.ToString())];

    static string? TextOf(JsonObject from, string name) => from[name] is JsonValue value ? value.ToString() : null;
}
