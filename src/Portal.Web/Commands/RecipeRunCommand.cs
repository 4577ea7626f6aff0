using System.CommandLine;
using Portal.Recipes.Actions;
using Portal.Recipes.Models;
using Portal.Web.Setup;

namespace Portal.Web.Commands;

/// <summary><c>recipe run</c>: applies a recipe to a portal that is set up.</summary>
static class RecipeRunCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The recipe: a file, or the name of one that came with the portal." };
        var command = new Command("run", "Applies a recipe and reports what it did and what it did not understand.") { file };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(async services =>
            (await services.GetRequiredService<RunRecipe>().RunAsync(RecipeFiles.Find(parsed.GetRequiredValue(file)), cancel))
                .Print(services, report => Console.Out.Write(RecipeReportText.Format(report)))));
        return command;
    }
}
