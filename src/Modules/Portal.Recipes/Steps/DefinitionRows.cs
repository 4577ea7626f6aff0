using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Recipes.Reading;
using Outcome = Portal.Cms.Content.Actions.ImportContentItem.Outcome;

namespace Portal.Recipes.Steps;

/// <summary>Writes the stored content definitions, and notes what nobody here will show.</summary>
sealed class DefinitionRows(PortalDb db, UnitOfWork work)
{
    public const string Type = "ContentType", Part = "ContentPart";

    /// <summary>Kinds of definition with the member of a step that lists them.</summary>
    public static readonly IReadOnlyList<(string Kind, string List)> Lists = [(Type, "ContentTypes"), (Part, "ContentParts")];

    static readonly HashSet<string> FieldTypes = [.. typeof(ContentField).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ContentField))).Select(t => t.Name)];

    public async Task<Problem?> WriteAsync(RecipeStepContext context, bool replaces, CancellationToken cancel)
    {
        foreach (var (kind, list) in Lists)
        {
            foreach (var record in (context.Step.Member(list) as JsonArray ?? []).OfType<JsonObject>())
            {
                if (record.Text("Name") is not { Length: > 0 } name) return Problem.Invalid(record.GetPath(), "A definition needs a name.");

                Remark(context, kind, record);
                context.Report.Count(await WriteAsync(context, kind, name, record, replaces, cancel));
            }
        }

        work.Evict(Tags.Definitions);
        return null;
    }

    async Task<Outcome> WriteAsync(RecipeStepContext context, string kind, string name, JsonObject record, bool replaces, CancellationToken cancel)
    {
        var row = await db.ContentDefinitions.FindAsync([kind, name], cancel);
        var stored = row is null ? null : JsonNode.Parse(row.Json)!.AsObject();
        var basis = replaces ? null : stored;
        if (kind == Type && basis is not null && record.Member("Settings") is JsonObject { Count: > 0 } && !DefinitionMerge.TypeSettingsApply(record))
        {
            context.Report.Note(record.GetPath(), "Settings of the type {0} were left out: without a display name a record changes its parts only.", name);
        }

        var merged = kind == Type ? DefinitionMerge.Type(basis, record) : DefinitionMerge.Part(basis, record);
        if (row is null)
        {
            db.ContentDefinitions.Add(new() { Kind = kind, Name = name, Json = merged.ToJsonString(ContentDocument.Json) });
            return Outcome.Created;
        }

        if (JsonNode.DeepEquals(stored, merged)) return Outcome.Unchanged;
        row.Json = merged.ToJsonString(ContentDocument.Json);
        return Outcome.Updated;
    }

    static void Remark(RecipeStepContext context, string kind, JsonObject record)
    {
        // A type that no module knows is shown by the generic page and form.
        if (kind == Type) return;

        foreach (var (at, type) in DefinitionMerge.FieldTypes(record).Where(f => !FieldTypes.Contains(f.FieldType)))
        {
            context.Report.Note(at.GetPath(), "Fields of the type {0} are not known here; the field's definition was kept.", type);
        }
    }
}
