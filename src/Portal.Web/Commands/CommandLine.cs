using System.CommandLine;
using System.Data.Common;
using Microsoft.Extensions.Options;
using Portal.Cms.Modules;

namespace Portal.Web.Commands;

/// <summary>The portal's command line. Exit codes: 0 done, 1 failed, 2 not understood.</summary>
public static class CommandLine
{
    public const int Done = 0, Failed = 1, NotUnderstood = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Add --help to see what is understood.");
            return NotUnderstood;
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return Failed;
        }
        catch (Exception failure) when (failure is CommandException or PortalConfigurationException or FeatureGraphException or OptionsValidationException or IOException or UnauthorizedAccessException or DbException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return Failed;
        }
    }

    static RootCommand Root()
    {
        var root = new RootCommand("A portal for policy analyses, public debates and consultations in several languages. Without a command it serves.")
        {
            ServeCommand.Create(),
            SetupCommand.Create(),
            MigrateCommand.Create(),
            new Command("recipe", "Recipes: content, roles and settings in files.") { RecipeRunCommand.Create() },
            new Command("user", "Accounts.") { UserCreateCommand.Create(), UserResetPasswordCommand.Create(), UserResetSecondFactorCommand.Create() },
            new Command("token", "API tokens.") { TokenCreateCommand.Create() },
            new Command("outbox", "Mail and other messages that wait to be delivered.") { OutboxCommands.List(), OutboxCommands.Retry() },
            new Command("media", "The library of pictures and documents.") { MediaCheckCommand.Create() },
            new Command("index", "What is derived from the content.") { IndexRebuildCommand.Create() },
            LogCommands.Create(),
            ErasureCommands.Create(),
            DoctorCommand.Create(),
        };
        ServeCommand.Make(root);
        return root;
    }
}

/// <summary>Something that the person at the console can put right. The message says what.</summary>
public sealed class CommandException(string message) : Exception(message);
