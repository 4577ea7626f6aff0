using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Web.Setup;

namespace Portal.Web.Commands;

/// <summary><c>migrate</c>: brings the schema up to date. On PostgreSQL nothing else does, so that of several nodes none changes it under the others.</summary>
static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the tables of the database up to date, or makes them. On PostgreSQL this comes before the first setup and with every new version; a portal on SQLite does it when it starts.");
        command.SetAction(async (_, cancel) =>
        {
            var options = PortalOptions.FromEnvironment();
            using var held = ServeLock.TakeFor(options);
            // An empty file would look like a portal.
            if (!options.Store.IsShared && !PortalSetup.IsDone(options)) throw new CommandException($"There is no portal in {options.Store.Name} yet. Run \"serve\" or \"setup\".");

            await using var app = PortalApp.Build(options with { Configure = Quiet });
            await using var scope = app.Services.CreateAsyncScope();
            var pending = (await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.GetPendingMigrationsAsync(cancel)).ToList();
            await app.Services.GetRequiredService<IPortalDatabase>().MigrateAsync(cancel);
            Console.WriteLine(pending.Count == 0 ? "The database was up to date." : $"The database is up to date. Applied: {string.Join(", ", pending)}.");
            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>An empty database has no table of migrations yet: asking for it fails, which the platform would report as an error.</summary>
    static void Quiet(WebApplicationBuilder builder)
    {
        CommandHost.Quiet(builder);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
    }
}
