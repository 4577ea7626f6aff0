using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Modules;
using Portal.Cms.Security;
using Portal.Recipes.Actions;
using Portal.Recipes.Models;
using Portal.Recipes.Queries;
using Portal.Users.Actions;
using Portal.Users.Passwords;
using Portal.Web.Commands;

namespace Portal.Web.Setup;

/// <summary>Creates a portal: schema, roles, recipe, first administrator. All of it or nothing: an interrupted setup leaves nothing that looks like a portal.</summary>
public static class PortalSetup
{
    public const string DefaultRecipe = "forum", Administrator = "admin";

    public static bool IsDone(PortalOptions options) => options.Store.IsSetUp();

    /// <exception cref="CommandException">The recipe or the administrator was refused.</exception>
    public static async Task RunAsync(PortalOptions options, SetupInput input, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        Console.WriteLine($"Setting up a portal in {options.Store.Name} from {Path.GetFileName(input.RecipeFile)} …");
        Directory.CreateDirectory(options.DataFolder);
        var features = await KnownFeaturesAsync(input.RecipeFile, cancel);
        var password = FirstPassword.FromEnvironment();
        await options.Store.SetUpAsync(options, async draft =>
        {
            await using var app = PortalApp.Build(draft with { Features = features, RunsWorkers = false, Configure = CommandHost.Quiet });
            if (!draft.Store.IsShared) await app.Services.GetRequiredService<IPortalDatabase>().MigrateAsync(cancel);
            await using var scope = app.Services.CreateAsyncScope();
            await FillAsync(scope.ServiceProvider, input, password, cancel);
            await app.Services.GetRequiredService<IPortalDatabase>().RefreshStatisticsAsync(cancel);
        }, cancel);

        password.Announce();
        Console.WriteLine($"Set up in {watch.Elapsed.TotalSeconds:0.0} s.");
    }

    static async Task FillAsync(IServiceProvider services, SetupInput input, FirstPassword password, CancellationToken cancel)
    {
        services.GetRequiredService<CurrentUser>().BecomeSystem("setup");
        // A key that is made later would be written beside the transaction, and wait for its end.
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Portal.Setup").Protect("");
        var report = Require(await services.GetRequiredService<UnitOfWork>().RunAsync<RecipeReport>(async () =>
        {
            Require(await services.GetRequiredService<CreateBuiltInRoles>().RunAsync(cancel));
            var admin = Require(await services.GetRequiredService<CreateUser>().RunAsync(new(Administrator, input.AdminEmail, [Role.Administrator], password.Value, MustChangePassword: password.MustChange), cancel));
            var parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["AdminUserId"] = admin.Id, ["AdminUsername"] = Administrator };
            return await services.GetRequiredService<RunRecipe>().RunAsync(input.RecipeFile, parameters, cancel);
        }, cancel));
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
}
