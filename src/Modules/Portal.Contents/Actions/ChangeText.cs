using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Contents.Definitions;
using Portal.Contents.Editing;

namespace Portal.Contents.Actions;

/// <summary>Says what a part's own text, such as the title, is called on one type, what help stands by it, and whether its form leaves it out. What items hold in it stays.</summary>
public sealed class ChangeText(UnitOfWork work, CurrentUser user, DefinedTypes types, FormDescriptors descriptors, DefinitionRecords records)
{
    /// <param name="Part">Name of the part on the type.</param>
    /// <param name="Text">Name of the text in the part.</param>
    /// <param name="Labels">What it is called, by culture; none = as the portal calls it.</param>
    /// <param name="Hints">What whoever fills it in has to know, by culture.</param>
    public sealed record Input(string ContentType, string Part, string Text, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Hints, bool IsHidden);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(DefinitionPermissions.EditContentTypes);
        if (types.Find(input.ContentType) is not { } type || type.Parts.FirstOrDefault(p => p.Name == input.Part) is not { } part) return Problem.NotFound("There is no such field.");
        if (descriptors.Of(type).First(p => p.Name == part.Name).Fields.FirstOrDefault(f => f.Name == input.Text && f.Kind.Type == FieldKind.OwnText) is not { } text) return Problem.NotFound("There is no such field.");
        if (ChangeField.WrongWords(input.Labels, input.Hints) is { } wrong) return wrong;
        if (input.IsHidden && text.IsRequired) return Problem.Conflict("Nothing is saved without this text, so the form has to show it.");

        var record = await records.TypeAsync(type.Name, cancel);
        Write(TextIn(DefinitionRecords.PartIn(record, part), input.Text), input);
        await records.WriteAsync(DefinitionNames.TypeKind, record, "TextChanged", $"{part.Name}.{input.Text}", cancel);
        return default(Done);
    }, cancel);

    static void Write(JsonObject text, Input input)
    {
        var ours = DefinitionRecords.Group(text, DefinitionNames.Ours);
        DefinitionRecords.Set(ours, DefinitionNames.DisplayNames, DefinitionRecords.Words(input.Labels));
        DefinitionRecords.Set(ours, DefinitionNames.Hints, DefinitionRecords.Words(input.Hints));
        DefinitionRecords.Set(ours, DefinitionNames.Hidden, input.IsHidden ? true : null);
    }

    static JsonObject TextIn(JsonObject part, string name)
    {
        var texts = DefinitionRecords.List(DefinitionRecords.Group(part, DefinitionNames.Ours), DefinitionNames.Texts);
        if (texts.OfType<JsonObject>().FirstOrDefault(t => (string?)t[DefinitionNames.Name] == name) is { } known) return known;
        var added = new JsonObject { [DefinitionNames.Name] = name };
        texts.Add(added);
        return added;
    }
}
