using Portal.Users.Tokens;

namespace Portal.UnitTests.Users;

public sealed class TokenTextTests
{
    [Fact]
    public void A_token_has_a_prefix_and_256_random_bits()
    {
        var token = TokenText.New();
        token.ShouldMatch("^portal_[A-Za-z0-9_-]{43}$");
        TokenText.IsWellFormed(token).ShouldBeTrue();
        TokenText.New().ShouldNotBe(token, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("portal_")]
    [InlineData("portal_short")]
    [InlineData("other_1234567890123456789012345678901234567890123")]
    [InlineData("portal_12345678901234567890123456789012345678901+3")]
    public void Anything_else_is_refused_before_it_is_looked_up(string token) => TokenText.IsWellFormed(token).ShouldBeFalse();

    [Fact]
    public void What_is_stored_is_sha_256_in_lower_case_hexadecimal() =>
        TokenText.HashOf("abc").ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
