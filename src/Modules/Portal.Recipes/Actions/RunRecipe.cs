using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Recipes.Expressions;
using Portal.Recipes.Models;
using Portal.Recipes.Reading;
using Portal.Recipes.Steps;

namespace Portal.Recipes.Actions;

/// <summary>Runs a recipe from its file: step by step, each in a transaction of its own. A step that fails is undone and stops the run; those before it stay.</summary>
public sealed class RunRecipe(UnitOfWork work, IPortalDatabase database, CurrentUser user, AuditTrail audit, IEnumerable<IRecipeStep> steps, UnknownSteps unknown, SiteSettings settings, IConfiguration configuration, TimeProvider clock)
{
    public Task<Result<RecipeReport>> RunAsync(string file, CancellationToken cancel) => RunAsync(file, new Dictionary<string, string>(StringComparer.Ordinal), cancel);

    /// <param name="file">Path of the recipe. Whatever it names stands in its folder or below.</param>
    /// <param name="parameters">What its <c>parameters('x')</c> give, beside <c>AdminUserId</c>, <c>AdminUsername</c> and <c>SiteName</c>.</param>
    /// <returns>The report; a problem names the recipe, the step and the place.</returns>
    public async Task<Result<RecipeReport>> RunAsync(string file, IReadOnlyDictionary<string, string> parameters, CancellationToken cancel)
    {
        if (!user.May(RecipePermissions.ImportRecipes)) return Problem.Forbidden("You do not have permission to do this.");

        var known = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AdminUserId"] = user.Id ?? "", ["AdminUsername"] = user.Name ?? "", ["SiteName"] = (await settings.GetAsync("SiteName")).AsText() ?? "",
        };
        foreach (var (name, value) in parameters) known[name] = value;

        var report = new RecipeReport();
        var problem = await RunAsync(Path.GetFullPath(file), [], new RecipeFunctions(configuration, known), report, cancel);
        // Within a larger change, as the setup is, whoever began that does it afterwards.
        if (!work.IsRunning) await database.RefreshStatisticsAsync(cancel);
        return problem is null ? report : problem;
    }

    /// <param name="outer">The recipes that led here.</param>
    async Task<Problem?> RunAsync(string file, IReadOnlyList<string> outer, RecipeFunctions functions, RecipeReport report, CancellationToken cancel)
    {
        if (outer.Contains(file, StringComparer.Ordinal)) return Problem.Invalid("recipes", "The recipe {0} leads to itself.", Path.GetFileName(file));
        var read = await RecipeReader.ReadAsync(file, cancel);
        if (read.Problem is { } unreadable) return unreadable;

        var recipe = read.Value;
        var expressions = new RecipeExpressions(recipe, functions, clock);
        foreach (var (index, name, step) in recipe.Steps)
        {
            var context = new RecipeStepContext(recipe, step, new(recipe.FileName, index, name));
            report.Steps.Add(context.Report);
            expressions.Resolve(step, context.Report);
            if (await RunStepAsync(context, cancel) is { } problem) return Stopped(context, problem);

            report.NeedsRestart |= context.NeedsRestart;
            foreach (var inner in context.InnerRecipes)
            {
                if (await RunAsync(inner, [.. outer, file], functions, report, cancel) is { } failed) return failed;
            }
        }

        return null;
    }

    async Task<Problem?> RunStepAsync(RecipeStepContext context, CancellationToken cancel)
    {
        var step = steps.FirstOrDefault(s => string.Equals(s.Name, context.Report.Name, StringComparison.OrdinalIgnoreCase));
        try
        {
            var done = await work.RunAsync<Done>(async () =>
            {
                if (step is null) await unknown.KeepAsync(context, cancel);
                else if (await step.RunAsync(context, cancel) is { } problem) return problem;

                audit.Record("Recipe", "StepRun", context.Report.File, new JsonObject
                {
                    ["step"] = context.Report.Name, ["index"] = context.Report.Index, ["created"] = context.Report.Created, ["updated"] = context.Report.Updated,
                });
                return default(Done);
            }, cancel);
            return done.Problem;
        }
        catch (JsonException misshapen)
        {
            return Problem.Invalid(context.Path + (misshapen.Path ?? "").TrimStart('$'), "This is not what the step {0} expects here.", context.Report.Name);
        }
    }

    static Problem Stopped(RecipeStepContext context, Problem problem) =>
        new(problem.Kind, "The recipe {0} stopped at step {1} ({2}). Nothing of this step was kept; the steps before it were.", context.Report.File, context.Report.Index + 1, context.Report.Name)
        {
            Errors = problem.Errors.Count > 0 ? problem.Errors : [new FieldError(context.Path, problem.Message, problem.Args)],
        };
}
