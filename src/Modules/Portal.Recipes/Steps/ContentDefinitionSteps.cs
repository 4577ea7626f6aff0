using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Recipes.Reading;
using Outcome = Portal.Cms.Content.Actions.ImportContentItem.Outcome;

namespace Portal.Recipes.Steps;

/// <summary><c>ContentDefinition</c>: merges types and parts into those that are stored. What a module's code defines stays; settings go on top of it.</summary>
public sealed class ContentDefinitionStep(PortalDb db, UnitOfWork work) : IRecipeStep
{
    public string Name => "ContentDefinition";

    public Task<Problem?> RunAsync(RecipeStepContext context, CancellationToken cancel) => new DefinitionRows(db, work).WriteAsync(context, replaces: false, cancel);
}

/// <summary><c>ReplaceContentDefinition</c>: the same, forgetting what was stored under these names.</summary>
public sealed class ReplaceContentDefinitionStep(PortalDb db, UnitOfWork work) : IRecipeStep
{
    public string Name => "ReplaceContentDefinition";

    public Task<Problem?> RunAsync(RecipeStepContext context, CancellationToken cancel) => new DefinitionRows(db, work).WriteAsync(context, replaces: true, cancel);
}

/// <summary><c>DeleteContentDefinition</c>: forgets stored types and parts. Items of the types stay.</summary>
public sealed class DeleteContentDefinitionStep(PortalDb db, UnitOfWork work, ContentTypes types) : IRecipeStep
{
    public string Name => "DeleteContentDefinition";

    public async Task<Problem?> RunAsync(RecipeStepContext context, CancellationToken cancel)
    {
        foreach (var (kind, list) in DefinitionRows.Lists)
        {
            foreach (var node in context.Step.Member(list) as JsonArray ?? [])
            {
                if (node.AsText() is not { Length: > 0 } name) return Problem.Invalid(node?.GetPath() ?? $"{context.Path}.{list}", "A definition needs a name.");
                if (kind == DefinitionRows.Type && types.OfModules.Any(t => t.Name == name)) context.Report.Note(node!.GetPath(), "The type {0} belongs to a module and stays; only its stored settings were forgotten.", name);

                var row = await db.ContentDefinitions.FindAsync([kind, name], cancel);
                if (row is not null) db.ContentDefinitions.Remove(row);
                context.Report.Count(row is null ? Outcome.Unchanged : Outcome.Updated);
            }
        }

        work.Evict(Tags.Definitions);
        return null;
    }
}
