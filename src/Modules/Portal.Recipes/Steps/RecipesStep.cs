using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Recipes.Reading;

namespace Portal.Recipes.Steps;

/// <summary><c>recipes</c>: further recipes, by name or by path relative to this one. They run after the step, before the next.</summary>
public sealed class RecipesStep : IRecipeStep
{
    public string Name => "recipes";

    public async Task<Problem?> RunAsync(RecipeStepContext context, CancellationToken cancel)
    {
        foreach (var name in Names(context.Step))
        {
            if (await RecipeFinder.FindAsync(context.Recipe, name, cancel) is not { } file) return Problem.Invalid(context.Path, "There is no recipe {0} beside this one.", name);
            context.InnerRecipes.Add(file);
        }

        return null;
    }

    /// <summary>What a step of this kind names: <c>Values: [{ "name": … }]</c>.</summary>
    public static IEnumerable<string> Names(JsonObject step) =>
        (step.Member("Values") as JsonArray ?? []).Select(value => value is JsonObject entry ? entry.Text("name") : value.AsText()).OfType<string>();
}
