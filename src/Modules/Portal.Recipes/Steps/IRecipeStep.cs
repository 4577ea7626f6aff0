using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Recipes.Models;
using Portal.Recipes.Reading;

namespace Portal.Recipes.Steps;

/// <summary>Runs recipe steps of one name. Modules register their own; each runs in one transaction.</summary>
public interface IRecipeStep
{
    /// <summary>The step's name in recipes; compared without regard to case.</summary>
    string Name { get; }

    /// <returns>A problem, which undoes the step and stops the recipe; null when all went well.</returns>
    Task<Problem?> RunAsync(RecipeStepContext context, CancellationToken cancel);
}

/// <summary>What a step is given.</summary>
/// <param name="Step">The step's JSON with its expressions worked out.</param>
/// <param name="Report">Where the step counts what it writes and notes what it does not understand.</param>
public sealed record RecipeStepContext(Recipe Recipe, JsonObject Step, RecipeStepReport Report)
{
    /// <summary>JSON path of the step.</summary>
    public string Path => Step.GetPath();

    /// <summary>Absolute paths of recipes to run after this step.</summary>
    public List<string> InnerRecipes { get; } = [];

    /// <summary>The step changed something that a running portal reads at start only.</summary>
    public bool NeedsRestart { get; set; }
}
