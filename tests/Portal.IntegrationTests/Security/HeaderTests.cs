using System.Net;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Security;

public sealed class HeaderTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Theory]
    [InlineData("/")]
    [InlineData("/en")]
    [InlineData("/sr/konsultacije")]
    [InlineData("/en/consultations/community-safety-action-plan")]
    [InlineData("/en/receipt")]
    [InlineData("/en/no-such-page")]
    [InlineData("/no-such-page")]
    [InlineData("/sign-in")]
    [InlineData("/admin")]
    [InlineData("/api/v1/content")]
    [InlineData("/api/v1/no-such-thing")]
    [InlineData("/api/v1/moderation/queue")]
    [InlineData("/api/openapi.json")]
    [InlineData("/health/live")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/themes/forum/css/forum.css")]
    public async Task Every_answer_carries_the_security_headers_fresh_and_from_the_cache(string path)
    {
        for (var i = 0; i < 2; i++)
        {
            using var answer = await portal.Client.AskAsync(path);
            Secure(answer);
        }
    }

    [Theory]
    [InlineData("/en/receipt", "/en/receipt")]
    [InlineData("/api/v1/receipts/0000", "/api/v1/receipts/0000")]
    public async Task An_answer_to_a_failure_carries_them_too_and_tells_nothing_of_the_code(string path, string _)
    {
        await using var broken = await TestPortal.StartAsync();
        using (var warm = await broken.Client.AskAsync("/en")) warm.StatusCode.ShouldBe(HttpStatusCode.OK);
        broken.Queries.FailWith = () => new InvalidOperationException("the secret of the failure");

        using var answer = path.StartsWith("/api", StringComparison.Ordinal)
            ? await broken.Client.AskAsync("/api/v1/content")
            : await broken.Client.PostFormAsync(path, [KeyValuePair.Create("receipt", Portal.Moderation.Text.ReceiptCode.New())]);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        Secure(answer);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldNotContain("secret");
        text.ShouldNotContain("   at ");
        text.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task On_an_encrypted_connection_cookies_are_bound_to_this_host_and_the_browser_stays_encrypted()
    {
        var browser = portal.NewClient();
        browser.BaseAddress = new("https://localhost");
        using var page = await browser.AskAsync("/sign-in");
        page.Headers.GetValues("Strict-Transport-Security").Single().ShouldContain("max-age=31536000");
        await Authenticator.EnrolAsync(portal, "tara");
        using var entered = await browser.SignInAsync("tara", Template.Password);
        var pending = entered.Headers.GetValues("Set-Cookie").Single(c => c.Contains("portal-pending=", StringComparison.Ordinal));
        pending.ShouldStartWith("__Host-");
        foreach (var wanted in new[] { "secure", "httponly", "samesite=strict", "path=/" }) pending.ShouldContain(wanted, Case.Insensitive);
        using var open = await browser.EnterCodeAsync(Authenticator.CodeAt(portal.Clock));
        var session = open.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-portal=", StringComparison.Ordinal));
        foreach (var wanted in new[] { "secure", "httponly", "samesite=lax", "path=/" }) session.ShouldContain(wanted, Case.Insensitive);
        session.ShouldNotContain("domain", Case.Insensitive);
        using var admin = await browser.AskAsync("/admin");
        admin.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    static void Secure(HttpResponseMessage answer)
    {
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Referrer-Policy").Single().ShouldBeOneOf("same-origin", "no-referrer");
        answer.Headers.Contains("Permissions-Policy").ShouldBeTrue();
        answer.Headers.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"]);
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse("a plain connection must not promise encryption");
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Contains("X-Powered-By").ShouldBeFalse();
    }
}
