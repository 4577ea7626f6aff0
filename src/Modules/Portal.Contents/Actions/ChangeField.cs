using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Contents.Definitions;
using Portal.Contents.Editing;

namespace Portal.Contents.Actions;

/// <summary>Changes the words of a field and of its choices, and of one that was added also what it takes. A field of a module's code keeps its kind, its rules and the values of its choices.</summary>
public sealed class ChangeField(UnitOfWork work, CurrentUser user, DefinedTypes types, FormDescriptors descriptors, DefinitionRecords records)
{
    const int LongestWords = 500, MostOptions = 200;

    /// <param name="Labels">What it is called, by culture.</param>
    /// <param name="Hints">What whoever fills it in has to know, by culture.</param>
    /// <param name="IsLong">A text on several lines.</param>
    /// <param name="Options">What can be chosen, a value and its name by <c>|</c> in each line; empty = anything can be typed.</param>
    /// <param name="Picks">Content types that it may point to.</param>
    /// <param name="Choices">What is said about single choices; of a field of a module's code, those of its code alone.</param>
    public sealed record Input(
        string Part, string Field, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Hints,
        bool IsRequired = false, bool IsShared = false, bool IsLong = false, string? Options = null, IReadOnlyList<string>? Picks = null, bool PicksMany = false, IReadOnlyList<FieldChoice>? Choices = null);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(DefinitionPermissions.EditContentTypes);
        if (types.FindPart(input.Part) is not { } part) return NoSuchField;
        var record = await records.PartAsync(input.Part, cancel);
        var ofClass = DefinedTypes.FieldTypeOf(part, input.Field);
        var field = DefinitionRecords.FieldIn(record, input.Field);
        if (field is null && ofClass is null) return NoSuchField;
        var ofCode = ofClass is null ? null : descriptors.Of(types.All.First(t => t.Parts.Contains(part))).First(p => p.Name == part.Name).Fields.FirstOrDefault(f => f.Name == input.Field)?.Choices;
        if (Wrong(input) is { } wrong) return wrong;

        if (field is null)
        {
            field = new() { [DefinitionNames.FieldName] = ofClass, [DefinitionNames.Name] = input.Field };
            DefinitionRecords.List(record, DefinitionNames.Fields).Add(field);
        }

        WriteWords(field, input);
        if (ofClass is null) WriteRules(field, input);
        if (input.Choices is { Count: > 0 } choices)
        {
            if (ofCode is not null) FieldChoices.WriteOrder(field, ofCode, choices);
            FieldChoices.WriteWords(field, ofCode?.All ?? OptionsOf(input.Options), choices);
        }

        await records.WriteAsync(DefinitionNames.PartKind, record, "FieldChanged", input.Field, cancel);
        // Words of choices stand on pages that know nothing of definitions.
        work.Evict(Tags.Settings);
        return default(Done);
    }, cancel);

    static readonly Problem NoSuchField = Problem.NotFound("There is no such field.");

    /// <returns>What is wrong with words by culture; null = nothing.</returns>
    internal static Problem? WrongWords(IReadOnlyDictionary<string, string> labels, IReadOnlyDictionary<string, string> hints)
    {
        foreach (var (culture, words) in labels.Concat(hints))
        {
            if (words.Length > LongestWords || !ContentText.IsStorable(words)) return Problem.Invalid($"label.{culture}", "At most {0} characters are possible here.", LongestWords);
        }

        return null;
    }

    static Problem? Wrong(Input input)
    {
        if ((WrongWords(input.Labels, input.Hints) ?? FieldChoices.Wrong(input.Choices ?? [])) is { } wrong) return wrong;
        return OptionsOf(input.Options).Count > MostOptions ? Problem.Invalid("options", "At most {0} choices are possible.", MostOptions) : null;
    }

    static void WriteWords(JsonObject field, Input input)
    {
        var ours = DefinitionRecords.Group(field, DefinitionNames.Ours);
        DefinitionRecords.Set(ours, DefinitionNames.DisplayNames, DefinitionRecords.Words(input.Labels));
        DefinitionRecords.Set(ours, DefinitionNames.Hints, DefinitionRecords.Words(input.Hints));
        // An Orchard Core site knows one name: the English one.
        if (input.Labels.GetValueOrDefault("en") is { Length: > 0 } english) DefinitionRecords.Group(field, DefinitionNames.OfField)[DefinitionNames.DisplayName] = english.Trim();
        if (input.Hints.GetValueOrDefault("en") is { Length: > 0 } hint) DefinitionRecords.Group(field, Own(field))[DefinitionNames.Hint] = hint.Trim();
    }

    static void WriteRules(JsonObject field, Input input)
    {
        var own = DefinitionRecords.Group(field, Own(field));
        own[DefinitionNames.Required] = input.IsRequired;
        DefinitionRecords.Group(field, DefinitionNames.Ours)[DefinitionNames.Shared] = input.IsShared;
        var options = OptionsOf(input.Options);
        var list = options.Count == 0 ? null : FieldChoices.List(options);
        var general = DefinitionRecords.Group(field, DefinitionNames.OfField);
        switch ((string?)field[DefinitionNames.FieldName])
        {
            case nameof(TextField):
                DefinitionRecords.Set(general, DefinitionNames.Editor, list is not null ? DefinitionNames.PredefinedList : input.IsLong ? DefinitionNames.TextArea : null);
                DefinitionRecords.Set(DefinitionRecords.Group(field, DefinitionNames.ListSettings), DefinitionNames.Options, list);
                break;
            case nameof(MultiTextField):
                DefinitionRecords.Set(own, DefinitionNames.Options, list);
                break;
            case nameof(LocalizationSetContentPickerField) or nameof(ContentPickerField):
                own[DefinitionNames.DisplayedContentTypes] = new JsonArray([.. (input.Picks ?? []).Select(t => (JsonNode)t)]);
                own[DefinitionNames.Multiple] = input.PicksMany;
                break;
        }
    }

    static string Own(JsonObject field) => (string?)field[DefinitionNames.FieldName] + "Settings";

    static List<(string Key, string Name)> OptionsOf(string? lines) =>
        [.. from line in (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            let halves = line.Split('|', 2, StringSplitOptions.TrimEntries)
            select (halves[0], halves.Length > 1 && halves[1].Length > 0 ? halves[1] : halves[0])];
}
