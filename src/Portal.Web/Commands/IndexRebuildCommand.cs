using System.CommandLine;
using Portal.Search.Actions;

namespace Portal.Web.Commands;

/// <summary><c>index rebuild</c>: fills the search anew from what is published.</summary>
static class IndexRebuildCommand
{
    public static Command Create()
    {
        var command = new Command("rebuild", "Fills the search anew from what is published. The portal may go on serving.");
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(async services =>
        {
            if (services.GetService<RebuildSearchIndex>() is not { } rebuild) throw new CommandException("The feature Portal.Search is not enabled.");
            return (await rebuild.RunAsync(cancel)).Print(services, kept => Console.WriteLine(FormattableString.Invariant($"{kept} published items can be found.")));
        }));
        return command;
    }
}
