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

    /// <summary>Words that everybody thinks of first on this site. A password has to be long enough without them.</summary>
    public static IReadOnlyList<string> WordsOfTheSite { get; } =
        ["forum", "portal", "security", "siguri", "sigurnost", "bezbednost", "безбедност", "kosov", "serbia", "srbij", "србиј", "bosn", "босн", "password", "fjalëkalim", "fjalekalim", "lozinka", "лозинка"];

    const int ShortestWithoutThem = 8;

    /// <returns>What speaks against the password, or null.</returns>
    public static FieldError? Check(string field, string password, string userName)
    {
        if (password.Length < Shortest) return new(field, "A password has at least {0} characters. Four or five words in a row are easy to remember.", Shortest);
        if (password.Length > Longest) return new(field, "A password has at most {0} characters.", Longest);
        if (userName.Length > 0 && password.Contains(userName, StringComparison.OrdinalIgnoreCase)) return new(field, "The password must not contain the user name.");
        if (CommonPasswords.Contains(password)) return new(field, "Many people use this password, or one very like it; programs that guess try it first. Choose another.");
        if (WithoutWordsOfTheSite(password).Length < ShortestWithoutThem) return new(field, "The password consists of words that everybody thinks of first here. Add others.");
        if (password.Distinct().Count() < 4) return new(field, "The password repeats too few characters.");
        return null;
    }

    static string WithoutWordsOfTheSite(string password) => WordsOfTheSite.Aggregate(password, (rest, word) => rest.Replace(word, "", StringComparison.OrdinalIgnoreCase));

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
