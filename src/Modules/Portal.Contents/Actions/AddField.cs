using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Contents.Definitions;

namespace Portal.Contents.Actions;

/// <summary>Adds a field to a content type: in Orchard Core's manner to the part that has the type's own name.</summary>
public sealed class AddField(UnitOfWork work, CurrentUser user, DefinedTypes types, DefinitionRecords records)
{
    const int LongestLabel = 200;

    /// <param name="FieldType">One of <see cref="FieldKinds"/>.</param>
    /// <param name="Label">What editors and readers see.</param>
    /// <param name="Name">The key in item JSON; null = made from the label.</param>
    public sealed record Input(string ContentType, string FieldType, string? Label, string? Name);

    /// <returns>The field's name.</returns>
    public Task<Result<string>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<string>(async () =>
    {
        user.Demand(DefinitionPermissions.EditContentTypes);
        if (types.Find(input.ContentType) is not { } type) return Problem.NotFound("There is no such content type.");
        var label = input.Label?.Trim() ?? "";
        if (label.Length is 0 or > LongestLabel) return Problem.Invalid("label", "A name of {0} characters at most is needed.", LongestLabel);
        if (!FieldKinds.All.Contains(input.FieldType, StringComparer.Ordinal)) return Problem.Invalid("fieldType", "Choose from the list.");
        var name = TechnicalName.Of(input.Name, label);
        if (TechnicalName.Check(name) is { } wrong) return wrong;

        var part = await records.PartAsync(type.Name, cancel);
        var known = type.Parts.FirstOrDefault(p => p.Name == type.Name);
        if (known?.Type.GetProperty(name) is not null || DefinitionRecords.FieldIn(part, name) is not null) return Problem.Invalid("name", "This type has a field {0} already.", name);

        DefinitionRecords.List(part, DefinitionNames.Fields).Add(new JsonObject
        {
            [DefinitionNames.FieldName] = input.FieldType, [DefinitionNames.Name] = name,
            [DefinitionNames.Settings] = new JsonObject { [DefinitionNames.OfField] = new JsonObject { [DefinitionNames.DisplayName] = label } },
        });
        await records.WriteAsync(DefinitionNames.PartKind, part, "FieldAdded", name, cancel);
        await AttachAsync(type.Name, cancel);
        return name;
    }, cancel);

    /// <summary>On an Orchard Core site a type shows only the parts that are attached to it.</summary>
    async Task AttachAsync(string typeName, CancellationToken cancel)
    {
        var type = await records.TypeAsync(typeName, cancel);
        var parts = DefinitionRecords.List(type, DefinitionNames.Parts);
        if (parts.OfType<JsonObject>().Any(p => (string?)p[DefinitionNames.PartName] == typeName)) return;

        parts.Add(new JsonObject { [DefinitionNames.PartName] = typeName, [DefinitionNames.Name] = typeName, [DefinitionNames.Settings] = new JsonObject() });
        await records.WriteAsync(DefinitionNames.TypeKind, type, "PartAttached", null, cancel);
    }
}
