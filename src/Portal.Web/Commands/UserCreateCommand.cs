using System.CommandLine;
using Portal.Users.Actions;
using Portal.Users.Passwords;

namespace Portal.Web.Commands;

/// <summary><c>user create</c>: makes an account.</summary>
static class UserCreateCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The user name." };
        var email = new Option<string>("--email") { HelpName = "E-MAIL", Required = true, Description = "The person's address." };
        var roles = new Option<string[]>("--role") { HelpName = "ROLE", Required = true, AllowMultipleArgumentsPerToken = true, Description = "A role, such as Moderator. May be given several times." };
        var fromInput = new Option<bool>("--password-stdin") { Description = "Read the password from standard input. Without this a one-time password is made and printed." };
        var organisation = new Option<string?>("--organisation") { HelpName = "SET", Description = "Id of the organisation that the person speaks for." };
        var culture = new Option<string?>("--culture") { HelpName = "CULTURE", Description = "Language of the person's pages and mail: sq, sr, sr-Latn, bs or en." };
        var command = new Command("create", "Makes an account.") { name, email, roles, fromInput, organisation, culture };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(async services =>
        {
            var isGiven = parsed.GetValue(fromInput);
            var password = isGiven ? await ReadPasswordAsync(cancel) : OneTimePassword.New();
            var user = new NewUser(parsed.GetRequiredValue(name), parsed.GetRequiredValue(email), parsed.GetRequiredValue(roles), password, parsed.GetValue(organisation), parsed.GetValue(culture), MustChangePassword: !isGiven);
            return (await services.GetRequiredService<CreateUser>().RunAsync(user, cancel)).Print(services, _ =>
            {
                if (!isGiven) Console.WriteLine(password);
            });
        }));
        return command;
    }

    /// <summary>The first line, so that <c>echo</c> and a terminal both do.</summary>
    static async Task<string> ReadPasswordAsync(CancellationToken cancel) =>
        await Console.In.ReadLineAsync(cancel) ?? throw new CommandException("No password came from standard input.");
}
