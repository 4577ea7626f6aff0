using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Site;

namespace Portal.UnitTests.Site;

public class CultureChoiceTests
{
    static HttpRequest Request(string? cookie, string? accepts)
    {
        var context = new DefaultHttpContext();
        if (cookie is not null) context.Request.Headers.Cookie = $"{CultureChoice.Cookie}={cookie}";
        context.Request.Headers.AcceptLanguage = accepts;
        return context.Request;
    }

    static CurrentUser UserWho(string? chose)
    {
        var user = new CurrentUser();
        Claim[] claims = chose is null ? [] : [new(CurrentUser.CultureClaim, chose)];
        user.Become(new ClaimsPrincipal(new ClaimsIdentity(claims, "test")), new HashSet<string>(StringComparer.Ordinal));
        return user;
    }

    [Theory]
    [InlineData("bs", "sq", "en", "bs")]
    [InlineData(null, "sr-Latn", "en", "sr-Latn")]
    [InlineData(null, null, "sq;q=0.8, en;q=0.5", "sq")]
    [InlineData("xx", "also wrong", "bs", "bs")]
    [InlineData(null, null, null, "en")]
    public void The_account_goes_before_the_device_and_the_device_before_the_browser(string? account, string? cookie, string? accepts, string expected) =>
        CultureChoice.For(Request(cookie, accepts), UserWho(account)).Code.ShouldBe(expected);

    [Fact]
    public void A_choice_is_kept_for_this_site_only()
    {
        var context = new DefaultHttpContext();

        CultureChoice.Keep(context, Culture.Bs);

        var cookie = context.Response.Headers.SetCookie.ToString();
        cookie.ShouldStartWith("culture=bs;");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
    }
}
