using System.CommandLine;
using Portal.TransparencyLog.Actions;
using Portal.TransparencyLog.Queries;

namespace Portal.Web.Commands;

/// <summary><c>log verify</c> and <c>log rotate-key</c>: the transparency log.</summary>
static class LogCommands
{
    public static Command Create() => new("log", "The transparency log.") { Verify(), RotateKey() };

    static Command Verify()
    {
        var command = new Command("verify", "Recomputes the log and holds it against every submission and decision in the database. Exit code 1 when anything was changed or removed, naming the entry. The portal may go on serving.");
        command.SetAction((_, cancel) => CommandHost.RunAsync(async services =>
        {
            if (services.GetService<VerifyLog>() is not { } verify) throw new CommandException("The feature Portal.TransparencyLog is not enabled.");
            var report = await verify.RunAsync(cancel);
            foreach (var fault in report.Faults) Console.WriteLine(fault);
            Console.WriteLine(FormattableString.Invariant($"{report.Entries} entries, {report.Heads} signed heads, {report.Opened} openings, {report.Erased} erased, {report.Pending} waiting: {(report.Faults.Count == 0 ? "all as it was recorded." : "NOT as it was recorded.")}"));
            return report.Faults.Count == 0 ? CommandLine.Done : CommandLine.Failed;
        }));
        return command;
    }

    static Command RotateKey()
    {
        var command = new Command("rotate-key", "Gives the log a new key to sign with. The old one endorses it and is gone then. Prints the new key's id.");
        command.SetAction((_, cancel) => CommandHost.RunAsync(async services =>
        {
            if (services.GetService<RotateLogKey>() is not { } rotate) throw new CommandException("The feature Portal.TransparencyLog is not enabled.");
            return (await rotate.RunAsync(cancel)).Print(services, Console.WriteLine);
        }));
        return command;
    }
}
