using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Web.Setup;

namespace Portal.Web.Commands;

/// <summary>Runs a command inside the portal, beside one that may be serving: without its workers, in the portal's own name.</summary>
static class CommandHost
{
    /// <exception cref="CommandException">There is no portal yet.</exception>
    public static async Task<int> RunAsync(Func<IServiceProvider, Task<int>> command)
    {
        var options = PortalOptions.FromEnvironment();
        await options.Store.DemandSchemaAsync(CancellationToken.None);
        if (!PortalSetup.IsDone(options)) throw new CommandException($"There is no portal in {options.Store.Name} yet. Run \"serve\" or \"setup\" first.");

        await using var app = PortalApp.Build(options with { Configure = Quiet });
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().BecomeSystem("command line");
        return await command(scope.ServiceProvider);
    }

    /// <summary>Standard output belongs to the command's answer.</summary>
    public static void Quiet(WebApplicationBuilder builder) =>
        builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true).AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);

    /// <summary>Writes what an action said: its value by <paramref name="print"/>, its refusal to standard error.</summary>
    public static int Print<T>(this Result<T> result, IServiceProvider services, Action<T> print)
    {
        if (result.Problem is { } problem)
        {
            var text = services.GetRequiredService<IStringLocalizer>();
            if (problem.Errors.Count == 0) Console.Error.WriteLine(problem.In(text));
            foreach (var error in problem.Errors) Console.Error.WriteLine($"{error.Field}: {text[error.Message, error.Args]}");
            return CommandLine.Failed;
        }

        print(result.Value);
        return CommandLine.Done;
    }
}
