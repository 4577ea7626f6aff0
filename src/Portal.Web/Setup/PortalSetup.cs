using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Modules;
using Portal.Cms.Security;
using Portal.Data.Sqlite;
using Portal.Recipes.Actions;
using Portal.Recipes.Models;
using Portal.Recipes.Queries;
using Portal.Users.Actions;
using Portal.Users.Passwords;
using Portal.Web.Commands;

namespace Portal.Web.Setup;

/// <summary>Creates a portal: schema, roles, recipe, first administrator. The database is made under another name and renamed when all of it is there, so an interrupted setup leaves nothing that looks like a portal.</summary>
public static class PortalSetup
{
    public const string DefaultRecipe = "forum", Administrator = "admin";
    const string UnderWay = ".setup";

    public static bool IsDone(PortalOptions options) => File.Exists(FileOf(options.ConnectionString));

    /// <exception cref="CommandException">The recipe or the administrator was refused.</exception>
    public static async Task RunAsync(PortalOptions options, SetupInput input, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        Console.WriteLine($"Setting up a portal in {options.DataFolder} from {Path.GetFileName(input.RecipeFile)} …");
        Directory.CreateDirectory(options.DataFolder);
        var target = FileOf(options.ConnectionString);
        var draft = target + UnderWay;
        DeleteDatabase(draft);

        var connection = new SqliteConnectionStringBuilder(options.ConnectionString) { DataSource = draft, Pooling = false }.ToString();
        var features = await KnownFeaturesAsync(input.RecipeFile, cancel);
        var password = FirstPassword.FromEnvironment();
        await using (var app = PortalApp.Build(options with { Connection = connection, Features = features, RunsWorkers = false, Configure = CommandHost.Quiet }))
        {
            await app.Services.GetRequiredService<IPortalDatabase>().MigrateAsync(cancel);
            await using var scope = app.Services.CreateAsyncScope();
            await FillAsync(scope.ServiceProvider, input, password, cancel);
        }

        await CloseAsync(connection, cancel);
        File.Move(draft, target);
        password.Announce();
        Console.WriteLine($"Set up in {watch.Elapsed.TotalSeconds:0.0} s.");
    }

    static async Task FillAsync(IServiceProvider services, SetupInput input, FirstPassword password, CancellationToken cancel)
    {
        services.GetRequiredService<CurrentUser>().BecomeSystem("setup");
        Require(await services.GetRequiredService<CreateBuiltInRoles>().RunAsync(cancel));
        var admin = Require(await services.GetRequiredService<CreateUser>().RunAsync(new(Administrator, input.AdminEmail, [Role.Administrator], password.Value, MustChangePassword: password.MustChange), cancel));
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["AdminUserId"] = admin.Id, ["AdminUsername"] = Administrator };
        var report = Require(await services.GetRequiredService<RunRecipe>().RunAsync(input.RecipeFile, parameters, cancel));
        Console.Write(RecipeReportText.Format(report));

        T Require<T>(Result<T> result)
        {
            T? value = default;
            return result.Print(services, v => value = v) == CommandLine.Done ? value! : throw new CommandException("The setup stopped; nothing of it remains. Put this right and start again.");
        }
    }

    /// <summary>The recipe's report tells of features that nobody knows; the host is built with the others.</summary>
    static async Task<IReadOnlyList<string>?> KnownFeaturesAsync(string recipe, CancellationToken cancel)
    {
        var asked = await RecipeFeatures.ReadAsync(recipe, cancel);
        if (asked.Problem is { } problem) throw new CommandException(string.Format(System.Globalization.CultureInfo.InvariantCulture, problem.Message, problem.Args));
        var known = ModuleCatalogue.ReferencedBy(typeof(PortalApp).Assembly).Features.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        // The setup itself needs accounts and recipes, whatever the portal is to run with.
        return asked.Value.Count == 0 ? null : [.. asked.Value.Where(known.Contains).Union(["Portal.Users", "Portal.Recipes"], StringComparer.Ordinal)];
    }

    /// <summary>Brings everything from the write-ahead log into the file itself, which alone is renamed.</summary>
    static async Task CloseAsync(string connectionString, CancellationToken cancel)
    {
        await using (var connection = new SqliteConnection(connectionString))
        {
            await connection.OpenAsync(cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync(cancel);
        }

        var file = FileOf(connectionString);
        if (File.Exists(file + "-wal")) throw new CommandException("The new database is still in use; the setup did not finish.");
    }

    static void DeleteDatabase(string file)
    {
        foreach (var ending in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(file + ending);
    }

    static string FileOf(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
}
