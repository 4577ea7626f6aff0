using System.CommandLine;
using Portal.Web.Setup;

namespace Portal.Web.Commands;

/// <summary><c>setup</c>: creates the portal from a recipe, without serving it.</summary>
static class SetupCommand
{
    public static Command Create()
    {
        var recipe = new Option<string>("--recipe") { HelpName = "FILE", Description = "The recipe: a file, or the name of one that came with the portal.", DefaultValueFactory = _ => PortalSetup.DefaultRecipe };
        var email = new Option<string>("--admin-email") { HelpName = "E-MAIL", Description = "Address of the first administrator, \"admin\".", DefaultValueFactory = _ => SetupInput.NoAddress };
        var command = new Command("setup", "Applies a recipe to an empty database and makes the first administrator. Creates the database first where it is a file.") { recipe, email };
        command.SetAction(async (parsed, cancel) =>
        {
            var options = PortalOptions.FromEnvironment();
            using var held = ServeLock.TakeFor(options);
            if (PortalSetup.IsDone(options)) throw new CommandException($"The portal in {options.Store.Name} is set up already. \"recipe run\" adds to it.");
            await PortalSetup.RunAsync(options, new(RecipeFiles.Find(parsed.GetRequiredValue(recipe)), parsed.GetRequiredValue(email)), cancel);
            return CommandLine.Done;
        });
        return command;
    }
}
