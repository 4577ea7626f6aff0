using Portal.Users.Sessions;

namespace Portal.UnitTests.Users;

public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("/admin")]
    [InlineData("/sq/konsultime?page=2#k3")]
    public void Pages_of_this_site_are_returned_to(string url) => ReturnUrl.Or(url, "/admin/start").ShouldBe(url);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("~/admin")]
    [InlineData("~//example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\r\nLocation: https://example.org")]
    public void Nothing_else_is(string? url) => ReturnUrl.Or(url, "/admin").ShouldBe("/admin");
}
