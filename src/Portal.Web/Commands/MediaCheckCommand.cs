using System.CommandLine;
using Portal.Media.Actions;
using Portal.Media.Files;

namespace Portal.Web.Commands;

/// <summary><c>media check</c>: holds the library against its folder.</summary>
static class MediaCheckCommand
{
    public static Command Create()
    {
        var repair = new Option<bool>("--take-in") { Description = "Write down files that the library does not know." };
        var command = new Command("check", "Lists files without an entry in the library, entries without a file, and programs that are missing. Exit code 1 when a file is missing.") { repair };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(async services =>
        {
            if (services.GetService<MediaCheck>() is not { } check) throw new CommandException("The feature Portal.Media is not enabled.");
            var found = await check.RunAsync(cancel);
            foreach (var path in found.Missing) Console.WriteLine($"WRONG missing: {path}");
            foreach (var path in found.Strays) Console.WriteLine($"note  not in the library: {path}");
            foreach (var (program, without) in found.Programs) Console.WriteLine($"note  {program} is not installed: {without}");
            if (parsed.GetValue(repair) && found.Strays.Count > 0)
            {
                var taken = await services.GetRequiredService<TakeInMedia>().RunAsync([.. found.Strays.Select(p => new Cms.Media.MediaArrival(p))], cancel);
                if (taken.Print(services, n => Console.WriteLine(FormattableString.Invariant($"{n} files were written down."))) != CommandLine.Done) return CommandLine.Failed;
            }

            if (found is { Missing.Count: 0, Strays.Count: 0 }) Console.WriteLine("ok    the library and its folder agree");
            return found.Missing.Count > 0 ? CommandLine.Failed : CommandLine.Done;
        }));
        return command;
    }
}
