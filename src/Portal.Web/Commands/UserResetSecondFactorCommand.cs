using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Users.Actions;

namespace Portal.Web.Commands;

/// <summary><c>user reset-second-factor</c>: the way in for who lost telephone and recovery codes, the last administrator too.</summary>
static class UserResetSecondFactorCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The user name." };
        var command = new Command("reset-second-factor", "Takes authenticator app, recovery codes and passkeys off an account; its sessions end.") { name };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(async services =>
        {
            var user = parsed.GetRequiredValue(name);
            var id = await services.GetRequiredService<PortalDb>().Users.Where(u => u.UserName == user).Select(u => u.Id).FirstOrDefaultAsync(cancel) ?? throw new CommandException($"There is no account with the name {user}.");
            return (await services.GetRequiredService<ResetSecondFactor>().RunAsync(id, cancel)).Print(services, _ => { });
        }));
        return command;
    }
}
