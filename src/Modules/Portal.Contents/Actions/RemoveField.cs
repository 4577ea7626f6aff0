using Portal.Cms;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Contents.Definitions;

namespace Portal.Contents.Actions;

/// <summary>Takes away a field that was added. What items hold in it stays in them and comes back with a field of the same name; fields of a module's code cannot be taken away.</summary>
public sealed class RemoveField(UnitOfWork work, CurrentUser user, DefinedTypes types, DefinitionRecords records)
{
    public sealed record Input(string Part, string Field);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(DefinitionPermissions.EditContentTypes);
        if (types.FindPart(input.Part) is not { } part) return Problem.NotFound("There is no such field.");
        if (part.Type.GetProperty(input.Field) is not null) return Problem.Conflict("This field belongs to the portal's own code and stays.");
        var record = await records.PartAsync(input.Part, cancel);
        if (DefinitionRecords.FieldIn(record, input.Field) is not { } field) return Problem.NotFound("There is no such field.");

        DefinitionRecords.List(record, DefinitionNames.Fields).Remove(field);
        await records.WriteAsync(DefinitionNames.PartKind, record, "FieldRemoved", input.Field, cancel);
        return default(Done);
    }, cancel);
}
