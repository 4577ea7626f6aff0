using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Contents.Definitions;
using Portal.Contents.Editing;

namespace Portal.Contents.Actions;

/// <summary>Moves a field one place up or down among the fields of its part.</summary>
public sealed class MoveField(UnitOfWork work, CurrentUser user, DefinedTypes types, FormDescriptors descriptors, DefinitionRecords records)
{
    /// <param name="By">-1 = up, 1 = down.</param>
    public sealed record Input(string ContentType, string Part, string Field, int By);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(DefinitionPermissions.EditContentTypes);
        if (types.Find(input.ContentType) is not { } type || type.Parts.FirstOrDefault(p => p.PartName == input.Part) is not { } part) return Problem.NotFound("There is no such field.");
        var order = descriptors.Of(type).First(p => p.Name == part.Name).Fields.ToList();
        var at = order.FindIndex(f => f.Name == input.Field);
        var to = at + Math.Sign(input.By);
        if (at < 0) return Problem.NotFound("There is no such field.");
        if (to < 0 || to >= order.Count) return default(Done);

        (order[at], order[to]) = (order[to], order[at]);
        var record = await records.PartAsync(part.PartName, cancel);
        foreach (var (field, position) in order.Select((field, position) => (field, position)).Where(f => f.field.Kind.Type != FieldKind.OwnText))
        {
            if (DefinitionRecords.FieldIn(record, field.Name) is not { } stored) DefinitionRecords.List(record, DefinitionNames.Fields).Add(stored = new() { [DefinitionNames.FieldName] = field.Kind.Type, [DefinitionNames.Name] = field.Name });
            DefinitionRecords.Group(stored, DefinitionNames.OfField)[DefinitionNames.Position] = position.ToString(CultureInfo.InvariantCulture);
        }

        await records.WriteAsync(DefinitionNames.PartKind, record, "FieldMoved", input.Field, cancel);
        return default(Done);
    }, cancel);
}
