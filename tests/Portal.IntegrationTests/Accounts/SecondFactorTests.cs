using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.Users.Models;
using Portal.Web;

namespace Portal.IntegrationTests.Accounts;

public class SecondFactorTests
{
    protected virtual DatabaseKind Database => DatabaseKind.Sqlite;

    Task<TestPortal> StartAsync(Dictionary<string, string?>? settings = null) => TestPortal.StartAsync(database: Database, settings: settings);

    [Theory]
    [InlineData("admin")]
    [InlineData("arta")]
    public async Task Whose_roles_need_a_second_factor_adds_one_before_anything_else(string user)
    {
        await using var portal = await StartAsync();
        var browser = portal.NewClient();
        using (var entered = await browser.SignInAsync(user, Template.Password)) entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (var path in new[] { "/admin", "/admin/moderation", "/admin/content", "/account", "/account/tokens", "/account/security" })
        {
            using var led = await browser.AskAsync(path);
            led.Headers.Location?.ToString().ShouldBe("/account/second-factor", path);
        }

        var codes = await AddAppAsync(portal, browser);
        codes.Count.ShouldBe(10);
        using var open = await browser.AskAsync("/admin");
        open.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Until_then_the_session_has_no_permission_at_all()
    {
        await using var portal = await StartAsync();
        var browser = portal.NewClient();
        using (var entered = await browser.SignInAsync("admin", Template.Password)) entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await portal.PageAsync("/account/second-factor", browser);
        using var refused = await browser.PostFormAsync("/admin/roles", new Form { ["name"] = "Evil", ["__RequestVerificationToken"] = page.TokenOf() });
        refused.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.ReadAsync(db => db.Roles.AnyAsync(r => r.Name == "Evil", TestContext.Current.CancellationToken))).ShouldBeFalse();
    }

    [Fact]
    public async Task Where_the_operator_relaxed_the_rule_a_password_is_enough()
    {
        await using var portal = await StartAsync(settings: new(StringComparer.Ordinal) { ["Portal:SecondFactor"] = "optional" });
        var browser = portal.NewClient();
        using var entered = await browser.SignInAsync("admin", Template.Password);
        using var open = await browser.AskAsync("/admin");
        open.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_counts_once_and_only_about_now()
    {
        await using var portal = await StartAsync();
        await Authenticator.EnrolAsync(portal, "nina");
        var first = portal.NewClient();
        using (var password = await first.SignInAsync("nina", Template.Password)) password.Headers.Location!.ToString().ShouldBe("/sign-in/code");
        using (var half = await first.AskAsync("/admin")) half.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var old = await first.EnterCodeAsync(Authenticator.CodeAt(portal.Clock, -3))) old.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using (var right = await first.EnterCodeAsync(Authenticator.CodeAt(portal.Clock))) right.Headers.Location!.ToString().ShouldBe("/admin");

        var second = portal.NewClient();
        using (var password = await second.SignInAsync("nina", Template.Password)) password.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var again = await second.EnterCodeAsync(Authenticator.CodeAt(portal.Clock))) again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        using var next = await second.EnterCodeAsync(Authenticator.CodeAt(portal.Clock));
        next.Headers.Location!.ToString().ShouldBe("/admin");
    }

    [Fact]
    public async Task Five_wrong_codes_let_the_account_rest()
    {
        await using var portal = await StartAsync();
        await Authenticator.EnrolAsync(portal, "nina");
        var browser = portal.NewClient();
        using (var password = await browser.SignInAsync("nina", Template.Password)) password.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await browser.EnterCodeAsync("000000");
            wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        using var resting = await browser.EnterCodeAsync(Authenticator.CodeAt(portal.Clock));
        resting.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once()
    {
        await using var portal = await StartAsync();
        var browser = portal.NewClient();
        using (var entered = await browser.SignInAsync("arta", Template.Password)) entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var code = (await AddAppAsync(portal, browser))[3];
        (await portal.ReadAsync(db => db.RecoveryCodes.Select(c => c.Hash).ToListAsync(TestContext.Current.CancellationToken))).ShouldAllBe(h => !h.Contains(code, StringComparison.Ordinal));

        foreach (var expected in new[] { HttpStatusCode.Redirect, HttpStatusCode.BadRequest })
        {
            var later = portal.NewClient();
            using (var password = await later.SignInAsync("arta", Template.Password)) password.Headers.Location!.ToString().ShouldBe("/sign-in/code");
            using var recovered = await later.EnterCodeAsync(code.ToUpperInvariant().Replace('-', ' '));
            recovered.StatusCode.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task The_secret_is_nowhere_in_the_database()
    {
        await using var portal = await StartAsync();
        var browser = portal.NewClient();
        using (var entered = await browser.SignInAsync("arta", Template.Password)) entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await portal.PageAsync("/account/second-factor", browser);
        var secret = page.QuerySelector(".secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await AddAppAsync(portal, browser);
        (await TableDump.OfAsync(portal)).Contains(secret, StringComparison.Ordinal).ShouldBeFalse();
    }

    /// <summary>Adds an app as a person does: reads the letters off the page and types what the app makes of them.</summary>
    /// <returns>The recovery codes.</returns>
    static async Task<IReadOnlyList<string>> AddAppAsync(TestPortal portal, HttpClient browser)
    {
        var page = await portal.PageAsync("/account/second-factor", browser);
        page.QuerySelector("svg.qr path")!.GetAttribute("d").ShouldNotBeNullOrEmpty();
        var code = Authenticator.CodeOf(page.QuerySelector(".secret")!.TextContent, portal.Clock);
        using var added = await browser.PostFormAsync("/account/second-factor", new Form { ["offer"] = page.QuerySelector("input[name=offer]")!.GetAttribute("value")!, ["code"] = code, ["__RequestVerificationToken"] = page.TokenOf() });
        added.StatusCode.ShouldBe(HttpStatusCode.OK);
        return [.. (await TestPortal.ParseAsync(added)).QuerySelectorAll(".codes code").Select(c => c.TextContent)];
    }
}

public sealed class SecondFactorTestsOnPostgres : SecondFactorTests
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}
