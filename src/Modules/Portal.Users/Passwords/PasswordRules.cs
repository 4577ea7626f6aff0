using Microsoft.AspNetCore.Identity;
using Portal.Cms;
using Portal.Cms.Security;

namespace Portal.Users.Passwords;

/// <summary>Which passwords are taken: long ones, whatever they consist of (NIST SP 800-63B). Rules on capitals and digits only make people write passwords down.</summary>
public static class PasswordRules
{
    public const int Shortest = 12, ShortestOfOperator = 8;
    /// <summary>Beyond this a password is no safer, only costlier to check.</summary>
    public const int Longest = 256;

    /// <returns>What speaks against the password, or null.</returns>
    public static FieldError? Check(string field, string password, string userName)
    {
        if (password.Length < Shortest) return new(field, "A password has at least {0} characters. Four or five words in a row are easy to remember.", Shortest);
        if (password.Length > Longest) return new(field, "A password has at most {0} characters.", Longest);
        if (userName.Length > 0 && password.Contains(userName, StringComparison.OrdinalIgnoreCase)) return new(field, "The password must not contain the user name.");
        if (CommonPasswords.Contains(password)) return new(field, "Many people use this password, or one very like it; programs that guess try it first. Choose another.");
        if (password.Distinct().Count() < 4) return new(field, "The password repeats too few characters.");
        return null;
    }

    /// <summary>What is asked of a password that the operator sets on the machine itself, where the operator could as well read the database: NIST's floor.</summary>
    public static FieldError? CheckOperators(string field, string password, string userName)
    {
        if (password.Length < ShortestOfOperator) return new(field, "A password has at least {0} characters. Four or five words in a row are easy to remember.", ShortestOfOperator);
        if (password.Length > Longest) return new(field, "A password has at most {0} characters.", Longest);
        return string.Equals(password, userName, StringComparison.OrdinalIgnoreCase) ? new(field, "The password must not contain the user name.") : null;
    }
}

/// <summary>The same rules where the platform itself sets a password.</summary>
public sealed class PasswordRulesValidator : IPasswordValidator<User>
{
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(PasswordRules.Check("password", password ?? "", user.UserName ?? "") is { } error
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = error.Message })
            : IdentityResult.Success);
}
