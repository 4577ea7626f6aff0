using System.CommandLine;
using Portal.Users.Actions;

namespace Portal.Web.Commands;

/// <summary><c>user reset-password</c>: the way in for who has lost the password, the last administrator too.</summary>
static class UserResetPasswordCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The user name." };
        var command = new Command("reset-password", "Gives an account a new one-time password and prints it alone.") { name };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(async services =>
            (await services.GetRequiredService<ResetPassword>().RunAsync(parsed.GetRequiredValue(name), cancel)).Print(services, Console.WriteLine)));
        return command;
    }
}
