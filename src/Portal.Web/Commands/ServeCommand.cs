using System.CommandLine;
using Portal.Cms.Data;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Web.Setup;

namespace Portal.Web.Commands;

/// <summary><c>serve</c>, the default: sets the portal up when there is none, then serves until it is told to stop.</summary>
static class ServeCommand
{
    static readonly Option<string?> Urls = new("--urls") { HelpName = "URLS", Description = "Addresses to listen on, separated by semicolons. Default: http://localhost:5000." };

    public static Command Create() => Make(new Command("serve", "Serves the portal. Sets it up first when there is no portal in the database yet."));

    public static Command Make(Command command)
    {
        command.Add(Urls);
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(Urls), cancel));
        return command;
    }

    static async Task<int> RunAsync(string? urls, CancellationToken cancel)
    {
        var options = PortalOptions.FromEnvironment() with { RunsWorkers = true, HostArguments = urls is null ? [] : ["--urls", urls] };
        using var held = ServeLock.TakeFor(options);
        await options.Store.DemandSchemaAsync(cancel);
        if (!PortalSetup.IsDone(options)) await PortalSetup.RunAsync(options, new(RecipeFiles.Find(PortalSetup.DefaultRecipe)), cancel);

        var isRunning = false;
        // A start that fails is told in one line at the end of the command; the host's own report of it is a page of stack trace.
        await using var app = PortalApp.Build(options with { Configure = b => b.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => isRunning && level >= LogLevel.Warning) });
        if (!options.Store.IsShared) await app.Services.GetRequiredService<IPortalDatabase>().MigrateAsync(cancel);
        await DemandKeysAsync(app.Services, cancel);
        app.Services.GetRequiredService<UploadFolder>().Use();
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            isRunning = true;
            Console.WriteLine($"The portal is ready: {string.Join(", ", app.Urls)}");
        });
        // The host itself listens for SIGINT and SIGTERM and lets running requests end.
        await app.RunAsync();
        return CommandLine.Done;
    }

    /// <summary>A node with another key file would make keys that no other node opens, and end everybody's session.</summary>
    static async Task DemandKeysAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<KeyRingCheck>().ExamineAsync(cancel) is { } wrong) throw new CommandException(wrong);
    }
}
