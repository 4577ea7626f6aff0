using System.Security.Cryptography;
using Portal.Users.Passwords;

namespace Portal.UnitTests.Users;

public sealed class CommonPasswordsTests
{
    [Theory]
    [InlineData("qwertyuiop123")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("QWERTYUIOPAS")]
    [InlineData("Password1234!")]
    [InlineData("iloveyouiloveyou")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("121212121212")]
    public void What_many_people_use_is_known(string password) => CommonPasswords.Contains(password).ShouldBeTrue();

    [Theory]
    [InlineData("katër fjalë krejt të rastit")]
    [InlineData("četiri sasvim nasumične riječi")]
    [InlineData("a long pass phrase for tests")]
    public void What_hardly_anybody_uses_is_not(string password) => CommonPasswords.Contains(password).ShouldBeFalse();

    [Fact]
    public void Hardly_any_good_password_is_refused_by_mistake() =>
        Enumerable.Range(0, 20_000).Count(_ => CommonPasswords.Contains(RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 14))).ShouldBeLessThan(20);
}
