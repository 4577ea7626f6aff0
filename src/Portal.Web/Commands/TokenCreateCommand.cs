using System.CommandLine;
using System.Globalization;
using Portal.Cms.Data;
using Portal.Users.Actions;
using Portal.Users.Models;

namespace Portal.Web.Commands;

/// <summary><c>token create</c>: lets a program act as a user.</summary>
static class TokenCreateCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Name of the user as whom the token acts." };
        var scopes = new Option<string[]>("--scope") { HelpName = "SCOPE", Required = true, AllowMultipleArgumentsPerToken = true, Description = $"What the token is for: {string.Join(", ", ApiScopes.All)}. May be given several times." };
        var days = new Option<int?>("--expires-days") { HelpName = "N", Description = "Days after which the token is refused. Default: never." };
        var label = new Option<string>("--label") { HelpName = "TEXT", Description = "What the token is called in lists.", DefaultValueFactory = _ => "command line" };
        days.Validators.Add(result =>
        {
            // The words themselves: asking for the value of something that is no number throws.
            if (result.Tokens is not [var typed] || !int.TryParse(typed.Value, CultureInfo.InvariantCulture, out var count) || count is < 1 or > 3650) result.AddError("--expires-days is a number from 1 to 3650.");
        });
        var command = new Command("create", "Makes an API token and prints it alone. It is shown this once.") { name, scopes, days, label };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(async services =>
        {
            var wanted = parsed.GetRequiredValue(scopes).SelectMany(s => s.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)).ToList();
            var expires = parsed.GetValue(days) is { } count ? services.GetRequiredService<TimeProvider>().UtcNow.AddDays(count) : (DateTime?)null;
            var token = new NewToken(parsed.GetRequiredValue(name), parsed.GetRequiredValue(label), wanted, expires);
            return (await services.GetRequiredService<CreateToken>().RunAsync(token, cancel)).Print(services, Console.WriteLine);
        }));
        return command;
    }
}
