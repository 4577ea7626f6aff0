using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Recipes.Reading;
using Portal.Recipes.Steps;

namespace Portal.Recipes.Queries;

/// <summary>Which features a recipe enables, read without running it. The setup asks before the host is built, so that a recipe's content meets the modules it needs.</summary>
public static class RecipeFeatures
{
    /// <returns>Feature ids in the recipe's order, those of the recipes inside it included; ids that nobody knows too.</returns>
    public static async Task<Result<IReadOnlyList<string>>> ReadAsync(string file, CancellationToken cancel)
    {
        var ids = new List<string>();
        return await AddAsync(Path.GetFullPath(file), [], ids, cancel) is { } problem ? problem : Result.Of<IReadOnlyList<string>>(ids);
    }

    static async Task<Problem?> AddAsync(string file, HashSet<string> seen, List<string> ids, CancellationToken cancel)
    {
        // A circle of recipes is for the run to refuse; here it ends.
        if (!seen.Add(file)) return null;
        var recipe = await RecipeReader.ReadAsync(file, cancel);
        if (recipe.Problem is { } problem) return problem;

        foreach (var (_, name, step) in recipe.Value.Steps)
        {
            switch (name.ToUpperInvariant())
            {
                case "FEATURE":
                    foreach (var id in Ids(step, "disable")) ids.Remove(id);
                    ids.AddRange(Ids(step, "enable").Except(ids, StringComparer.Ordinal));
                    break;
                case "RECIPES":
                    foreach (var inner in RecipesStep.Names(step))
                    {
                        if (await RecipeFinder.FindAsync(recipe.Value, inner, cancel) is { } path && await AddAsync(path, seen, ids, cancel) is { } unreadable) return unreadable;
                    }

                    break;
            }
        }

        return null;

        static IEnumerable<string> Ids(JsonObject step, string member) => (step.Member(member) as JsonArray ?? []).Select(id => id.AsText()).OfType<string>();
    }
}
