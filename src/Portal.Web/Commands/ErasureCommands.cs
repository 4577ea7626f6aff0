using System.CommandLine;
using Portal.Cms.Privacy;

namespace Portal.Web.Commands;

/// <summary><c>erasure replay</c>: what was erased stays erased when a backup is restored.</summary>
static class ErasureCommands
{
    public static Command Create() => new("erasure", "What was erased at somebody's wish, or because its time was over.") { Replay() };

    static Command Replay()
    {
        var file = new Argument<string?>("FILE") { Arity = ArgumentArity.ZeroOrOne, Description = $"The register. Default: {ErasureRegister.Name} in the data folder." };
        var command = new Command("replay", "Erases once more what the register names. Run it after every restore of a backup, before the portal serves again.") { file };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(async services =>
        {
            IReadOnlyList<ErasureRegister.Entry> entries;
            try { entries = await services.GetRequiredService<ErasureRegister>().ReadAsync(parsed.GetValue(file), cancel); }
            catch (FormatException wrong) { throw new CommandException(wrong.Message); }

            var replays = services.GetServices<IErasureReplay>().ToDictionary(r => r.Kind, StringComparer.Ordinal);
            var again = 0;
            foreach (var entry in entries)
            {
                if (!replays.TryGetValue(entry.Kind, out var replay)) throw new CommandException($"No enabled feature knows how to erase a {entry.Kind}.");
                if (await replay.EraseAgainAsync(entry, cancel)) again++;
            }

            Console.WriteLine(FormattableString.Invariant($"{entries.Count} erasures in the register, {again} of them were to be done again."));
            return CommandLine.Done;
        }));
        return command;
    }
}
