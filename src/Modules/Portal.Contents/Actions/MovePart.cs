using System.Globalization;
using Portal.Cms;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Contents.Definitions;
using Portal.Contents.Editing;

namespace Portal.Contents.Actions;

/// <summary>Moves a part of a type, with all its fields, before or behind its neighbour on the form.</summary>
public sealed class MovePart(UnitOfWork work, CurrentUser user, DefinedTypes types, FormDescriptors descriptors, DefinitionRecords records)
{
    /// <param name="Part">Name of the part on the type.</param>
    /// <param name="By">-1 = up, 1 = down.</param>
    public sealed record Input(string ContentType, string Part, int By);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(DefinitionPermissions.EditContentTypes);
        if (types.Find(input.ContentType) is not { } type || type.Parts.FirstOrDefault(p => p.Name == input.Part) is not { } part) return Problem.NotFound("There is no such part.");
        var shown = descriptors.Of(type).Where(p => p.IsOnForm).Select(p => p.Name).ToList();
        var to = shown.IndexOf(part.Name) + Math.Sign(input.By);
        if (!shown.Contains(part.Name) || to < 0 || to >= shown.Count) return default(Done);

        // Parts that no form shows, such as the language, stand between and do not count.
        var order = type.Parts.ToList();
        var neighbour = order.FindIndex(p => p.Name == shown[to]);
        order.Remove(part);
        order.Insert(neighbour, part);
        var record = await records.TypeAsync(type.Name, cancel);
        foreach (var (each, position) in order.Select((each, position) => (each, position)))
            DefinitionRecords.Group(DefinitionRecords.PartIn(record, each), DefinitionNames.OfTypePart)[DefinitionNames.Position] = position.ToString(CultureInfo.InvariantCulture);

        await records.WriteAsync(DefinitionNames.TypeKind, record, "PartMoved", part.Name, cancel);
        return default(Done);
    }, cancel);
}
