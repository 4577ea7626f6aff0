using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Definitions;
using Portal.Contents.Editing;

namespace Portal.Contents.Definitions;

/// <summary>What an administrator says about one value that can be chosen in a field.</summary>
/// <param name="Names">What it is called, by culture; where a culture has none, as the portal or the field's own list calls it.</param>
/// <param name="Place">Where it shall stand, from 1.</param>
/// <param name="IsOffered">Nobody can choose it otherwise; items keep it.</param>
public sealed record FieldChoice(string Value, IReadOnlyDictionary<string, string> Names, int Place, bool IsOffered);

/// <summary>Writes what is said about the values of a choice into the field's record, in Orchard Core's form; the cultures' names and what is not offered stand in our own settings.</summary>
public static class FieldChoices
{
    const int LongestName = 200;

    /// <returns>What is wrong; null = nothing.</returns>
    public static Problem? Wrong(IReadOnlyList<FieldChoice> choices)
    {
        if (choices.Count > 0 && choices.All(c => !c.IsOffered)) return Problem.Invalid("choices", "At least one has to be offered.");
        return choices.SelectMany(c => c.Names.Values).Any(n => n.Length > LongestName || !ContentText.IsStorable(n)) ? Problem.Invalid("choices", "At most {0} characters are possible here.", LongestName) : null;
    }

    /// <summary>The order of values that a module's code knows; a value that came to the code later stands behind.</summary>
    public static void WriteOrder(JsonObject field, Vocabulary ofCode, IReadOnlyList<FieldChoice> said)
    {
        var ordered = Ordered([.. ofCode.All.Select(c => c.Key)], said);
        var isText = (string?)field[DefinitionNames.FieldName] == nameof(TextField);
        var list = List([.. ordered.Select(key => ofCode.All.First(c => c.Key == key))]);
        if (isText) DefinitionRecords.Group(field, DefinitionNames.OfField)[DefinitionNames.Editor] = DefinitionNames.PredefinedList;
        DefinitionRecords.Group(field, isText ? DefinitionNames.ListSettings : (string?)field[DefinitionNames.FieldName] + "Settings")[DefinitionNames.Options] = list;
    }

    public static void WriteWords(JsonObject field, IReadOnlyList<(string Key, string Name)> options, IReadOnlyList<FieldChoice> said)
    {
        var known = said.Where(c => options.Any(o => o.Key == c.Value)).ToList();
        var ours = DefinitionRecords.Group(field, DefinitionNames.Ours);
        var names = known.Select(c => KeyValuePair.Create(c.Value, (JsonNode?)DefinitionRecords.Words(c.Names))).Where(n => n.Value is not null).ToList();
        DefinitionRecords.Set(ours, DefinitionNames.OptionNames, names.Count == 0 ? null : new JsonObject(names));
        var hidden = known.Where(c => !c.IsOffered).Select(c => (JsonNode?)c.Value).ToArray();
        DefinitionRecords.Set(ours, DefinitionNames.HiddenOptions, hidden.Length == 0 ? null : new JsonArray(hidden));
    }

    public static JsonArray List(IReadOnlyList<(string Key, string Name)> options) =>
        new([.. options.Select(o => new JsonObject { [DefinitionNames.Name] = o.Name, [DefinitionNames.Value] = o.Key })]);

    /// <summary>Whoever is given a new place gets it; the others make room.</summary>
    public static IReadOnlyList<string> Ordered(IReadOnlyList<string> now, IReadOnlyList<FieldChoice> said)
    {
        var placed = now.Select((key, index) => (key, was: index + 1, wants: said.FirstOrDefault(c => c.Value == key)?.Place ?? index + 1));
        return [.. placed.OrderBy(p => p.wants).ThenBy(p => p.wants.CompareTo(p.was)).ThenBy(p => p.was).Select(p => p.key)];
    }
}
