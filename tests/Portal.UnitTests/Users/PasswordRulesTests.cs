using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Cms.Security;
using Portal.Users.Passwords;

namespace Portal.UnitTests.Users;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("four quiet river stones")]
    [InlineData("мост преко реке")]
    [InlineData("aaaabbbbcccdddd")]
    public void Long_passwords_are_taken_whatever_they_consist_of(string password) => PasswordRules.Check("p", password, "mira").ShouldBeNull();

    [Theory]
    [InlineData("Sh0rt!pass")]
    [InlineData("mira-and-her-words")]
    [InlineData("MIRAandherwords")]
    [InlineData("abababababab")]
    public void Short_repeating_and_self_naming_ones_are_not(string password) => PasswordRules.Check("p", password, "mira").ShouldNotBeNull();

    [Fact]
    public void The_operator_may_set_eight_characters_but_not_the_name()
    {
        PasswordRules.CheckOperators("p", "admin-pw", "admin").ShouldBeNull();
        PasswordRules.CheckOperators("p", "seven77", "admin").ShouldNotBeNull();
        PasswordRules.CheckOperators("p", "Operator1", "operator1").ShouldNotBeNull();
    }

    [Fact]
    public void One_time_passwords_pass_the_rules_and_differ()
    {
        var password = OneTimePassword.New();
        password.ShouldMatch("^[a-z2-9]{5}(-[a-z2-9]{5}){3}$");
        PasswordRules.Check("p", password, "admin").ShouldBeNull();
        OneTimePassword.New().ShouldNotBe(password, StringComparer.Ordinal);
    }

    [Fact]
    public void An_unknown_account_costs_the_same_hash_and_never_matches()
    {
        var hasher = new CountingHasher();
        var check = new PasswordCheck(hasher);
        check.Compare(null, "whatever it may be").ShouldBe(PasswordVerificationResult.Failed);
        hasher.Verified.ShouldBe(1);
    }

    sealed class CountingHasher : IPasswordHasher<User>
    {
        readonly PasswordHasher<User> real = new(Options.Create(new PasswordHasherOptions { IterationCount = PasswordCheck.Rounds }));

        public int Verified { get; private set; }

        public string HashPassword(User user, string password) => real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    [Theory]
    [InlineData("ForumSecurity1")]
    [InlineData("kosovo-lozinka")]
    public void Words_that_everybody_thinks_of_first_here_do_not_make_a_password(string password) => PasswordRules.Check("password", password, "arta").ShouldNotBeNull();
}
