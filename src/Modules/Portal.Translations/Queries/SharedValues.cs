using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Contents.Editing;
using Portal.Translations.ViewModels;

namespace Portal.Translations.Queries;

/// <summary>What all languages of a set share, in words: one query at most.</summary>
public sealed class SharedValues(ContentNames names, FormDescriptors forms, IStringLocalizer T)
{
    public async Task<IReadOnlyList<SharedValue>> OfAsync(ContentTypeDefinition type, ContentSet set, Culture culture, CancellationToken cancel)
    {
        var json = JsonNode.Parse(set.DraftJson)!.AsObject();
        var fields = (from part in forms.Of(type)
                      from described in part.Fields
                      where described.IsShared
                      let value = json[part.Name]?[described.Name] as JsonObject
                      where value is not null
                      select (Label: described.LabelIn(T), described.Choices, Value: value)).ToList();
        var known = await names.InAsync(culture, fields.SelectMany(f => Strings(f.Value["LocalizationSets"])), cancel);
        return [.. fields.Select(f => new SharedValue(f.Label, Words(f.Value, f.Choices, known, culture))).Where(v => v.Value.Length > 0)];
    }

    /// <param name="choices">Names of the keys that the field holds; null: it holds what it shows.</param>
    string Words(JsonObject value, Vocabulary? choices, IReadOnlyDictionary<string, ContentName> known, Culture culture)
    {
        if (value["LocalizationSets"] is { } sets) return string.Join(", ", Strings(sets).Select(s => known.GetValueOrDefault(s)?.Name ?? s));
        if ((value["Values"] ?? value["Paths"]) is { } values) return string.Join(", ", Strings(values).Select(v => Named(v, choices)));
        if (value["Text"] is JsonValue text) return Named(text.ToString(), choices);
        if (value["Value"] is JsonValue yes && yes.TryGetValue<bool>(out var isSo)) return T[isSo ? "Yes" : "No"];
        if (value["Value"] is JsonValue single) return DateTime.TryParse(single.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var day) && single.GetValueKind() == System.Text.Json.JsonValueKind.String ? Dates.Day(DateOnly.FromDateTime(day), culture) : single.ToString();
        return string.Join(", ", new[] { value["Latitude"], value["Longitude"], value["Url"] }.OfType<JsonValue>());
    }

    string Named(string value, Vocabulary? choices) => choices is null || value.Length == 0 ? value : choices.NameIn(T, value);

    static IEnumerable<string> Strings(JsonNode? node) => (node as JsonArray ?? []).OfType<JsonValue>().Select(v => v.ToString()).Where(v => v.Length > 0);
}
