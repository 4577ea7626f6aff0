using Portal.Users.Passwords;
using Portal.Web.Commands;

namespace Portal.Web.Setup;

/// <summary>The first administrator's password: the operator's own, or a random one that is shown once and must be changed.</summary>
/// <param name="MustChange">At the first sign-in.</param>
/// <param name="IsShown">Nobody knows it yet.</param>
public sealed record FirstPassword(string Value, bool MustChange, bool IsShown)
{
    public const string Variable = "PORTAL_ADMIN_PASSWORD";

    /// <exception cref="CommandException">The operator's password is too weak.</exception>
    public static FirstPassword FromEnvironment() => Of(Environment.GetEnvironmentVariable(Variable));

    public static FirstPassword Of(string? chosen)
    {
        if (string.IsNullOrEmpty(chosen)) return new(OneTimePassword.New(), MustChange: true, IsShown: true);
        if (PasswordRules.CheckOperators(Variable, chosen, PortalSetup.Administrator) is { } weak)
        {
            throw new CommandException($"{Variable} is too weak. {string.Format(System.Globalization.CultureInfo.InvariantCulture, weak.Message, weak.Args)}");
        }

        return new(chosen, MustChange: false, IsShown: false);
    }

    public void Announce()
    {
        if (!IsShown && PasswordRules.Check(Variable, Value, PortalSetup.Administrator) is not null) Console.Error.WriteLine($"The password in {Variable} is weak; change it at /account/password.");
        if (IsShown) Console.WriteLine($"The first administrator is \"{PortalSetup.Administrator}\", one-time password: {Value}");
    }
}
