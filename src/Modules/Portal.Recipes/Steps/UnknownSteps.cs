using System.Text.Json.Nodes;
using Portal.Cms.Data;
using Portal.Cms.Settings;
using Outcome = Portal.Cms.Content.Actions.ImportContentItem.Outcome;

namespace Portal.Recipes.Steps;

/// <summary>Keeps the steps that no module understands, word for word, for an export or for a module to come.</summary>
public sealed class UnknownSteps(PortalDb db)
{
    public const string Setting = "UnknownSteps";

    public async Task KeepAsync(RecipeStepContext context, CancellationToken cancel)
    {
        var kept = await db.Settings.FindAsync([Setting], cancel) is { } row && JsonNode.Parse(row.Json) is JsonArray steps ? steps : [];
        var isKept = kept.Any(step => JsonNode.DeepEquals(step, context.Step));
        if (!isKept)
        {
            kept.Add(context.Step.DeepClone());
            await db.SetSettingAsync(Setting, kept, cancel);
        }

        context.Report.Count(isKept ? Outcome.Unchanged : Outcome.Created);
        context.Report.Note(context.Path, "No enabled module knows the step {0}; it was kept as it is.", context.Report.Name);
    }
}
