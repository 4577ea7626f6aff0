using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Data.Actions;

namespace Portal.Web.Commands;

/// <summary><c>outbox list</c> and <c>outbox retry</c>: messages that could not be delivered. What they say is never shown.</summary>
static class OutboxCommands
{
    public static Command List()
    {
        var command = new Command("list", "Messages that failed: number, kind, attempts, last error, and whether they are still tried or dead. What they say is not shown.");
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(async services =>
        {
            var failed = await services.GetRequiredService<PortalDb>().Outbox.AsNoTracking().Where(m => m.Attempts > 0).OrderBy(m => m.Id).ToListAsync(cancel);
            foreach (var m in failed)
            {
                var state = m.DeadUtc is { } dead ? $"dead since {Day(dead)}" : $"tried again {Day(m.DueUtc)}";
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{m.Id}  {m.Kind}  of {Day(m.CreatedUtc)}  {m.Attempts} attempts  {m.LastError}  {state}"));
            }

            if (failed.Count == 0) Console.WriteLine("No message has failed.");
            return CommandLine.Done;
        }));
        return command;
    }

    public static Command Retry()
    {
        var number = new Argument<long?>("NUMBER") { Arity = ArgumentArity.ZeroOrOne, Description = "One dead message, by its number in \"outbox list\". All of them if left out." };
        var command = new Command("retry", "Has dead messages delivered after all, by the portal that is serving.") { number };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(async services =>
            (await services.GetRequiredService<RetryDeadMessages>().RunAsync(parsed.GetValue(number), cancel)).Print(services, retried => Console.WriteLine(FormattableString.Invariant($"{retried} messages will be delivered now.")))));
        return command;
    }

    static string Day(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
