using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.IntegrationTests.Hosting;
using Portal.Users.Actions;
using Portal.Users.Models;
using Portal.Web;

namespace Portal.IntegrationTests.Accounts;

public class SessionTests
{
    protected virtual DatabaseKind Database => DatabaseKind.Sqlite;

    Task<TestPortal> StartAsync() => TestPortal.StartAsync(database: Database);

    const string Firefox = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", Safari = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15";

    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_ends_the_others_at_once()
    {
        await using var portal = await StartAsync();
        var here = await Citizen.RegisteredAsync(portal, "amra@example.org");
        var there = new Citizen(portal, here.Email);
        there.Browser.DefaultRequestHeaders.UserAgent.ParseAdd(Firefox);
        using (var entered = await there.SignInAsync()) entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await here.PageAsync("/account/security");
        page.QuerySelectorAll("#sessions ~ .rows > li").Select(li => li.QuerySelector("b")!.TextContent).ShouldContain("Firefox, Android", StringComparer.Ordinal);
        using var others = await here.Browser.PostFormAsync("/account/sessions/end", new Form { ["__RequestVerificationToken"] = page.TokenOf() });

        using (var gone = await there.Browser.AskAsync("/account")) gone.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var still = await here.Browser.AskAsync("/account");
        still.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_in_from_another_kind_of_browser_is_told_by_mail_unless_refused()
    {
        await using var portal = await StartAsync();
        var citizen = await Citizen.RegisteredAsync(portal, "amra@example.org");
        await portal.LettersAsync();
        var other = new Citizen(portal, citizen.Email);
        other.Browser.DefaultRequestHeaders.UserAgent.ParseAdd(Firefox);
        using (var entered = await other.SignInAsync()) entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.LettersAsync()).ShouldHaveSingleItem().Text.ShouldContain("Firefox, Android");
        var same = new Citizen(portal, citizen.Email);
        same.Browser.DefaultRequestHeaders.UserAgent.ParseAdd(Firefox);
        using (var again = await same.SignInAsync()) again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.LettersAsync()).ShouldBeEmpty();

        using (var refused = await citizen.SendAsync("/account", new Form { ["culture"] = "bs" })) refused.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var third = new Citizen(portal, citizen.Email);
        third.Browser.DefaultRequestHeaders.UserAgent.ParseAdd(Safari);
        using (var entered = await third.SignInAsync()) entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.LettersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_log_shows_what_was_refused_too_and_is_forgotten_after_ninety_days()
    {
        await using var portal = await StartAsync();
        var citizen = await Citizen.RegisteredAsync(portal, "amra@example.org");
        using (var wrong = await new Citizen(portal, citizen.Email).SignInAsync("not my password")) wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await citizen.PageAsync("/account/security")).QuerySelectorAll("table tbody tr").Length.ShouldBe(2);

        portal.Clock.Advance(TimeSpan.FromDays(91));
        await portal.RunJobAsync<Users.Sessions.ForgetOldSignIns>();
        (await portal.ReadAsync(async db => await db.SignInAttempts.CountAsync(TestContext.Current.CancellationToken) + await db.Sessions.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy_it_is()
    {
        await using var portal = await StartAsync();
        var citizen = await Citizen.RegisteredAsync(portal, "amra@example.org");
        for (var hour = 1; hour < 12; hour++)
        {
            portal.Clock.Advance(TimeSpan.FromHours(1));
            using var busy = await citizen.Browser.AskAsync("/account");
            busy.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        portal.Clock.Advance(TimeSpan.FromHours(1));
        using var over = await citizen.Browser.AskAsync("/account");
        over.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_cookie_that_was_kept_is_worth_nothing_after_signing_out()
    {
        await using var portal = await StartAsync();
        await Citizen.RegisteredAsync(portal, "amra@example.org");
        var citizen = new Citizen(portal, "amra@example.org");
        using var again = await citizen.SignInAsync();
        var kept = again.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("portal=", StringComparison.Ordinal)).Split(';')[0];
        var page = await citizen.PageAsync("/account");
        using (var left = await citizen.Browser.PostFormAsync("/sign-out", new Form { ["__RequestVerificationToken"] = page.TokenOf() })) left.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var replayed = await portal.NewClient().AskAsync("/account", ("Cookie", kept));
        replayed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Closing_an_account_ends_its_sessions_and_tokens_at_the_next_request()
    {
        await using var portal = await StartAsync();
        var nina = await portal.SignedInAsync("nina");
        var program = await portal.ProgramAsync("nina", "content");
        var id = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "nina").Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken));
        using (var open = await nina.AskAsync("/admin")) open.StatusCode.ShouldBe(HttpStatusCode.OK);

        (await portal.AsSystemAsync(s => s.GetRequiredService<CloseAccount>().RunAsync(id, isClosed: true, "left", TestContext.Current.CancellationToken))).Problem.ShouldBeNull();
        using (var ended = await nina.AskAsync("/admin")) ended.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var token = await program.AskAsync("/api/v1/moderation/queue")) token.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using (var refused = await portal.NewClient().SignInAsync("nina", Template.Password)) refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await portal.AsSystemAsync(s => s.GetRequiredService<CloseAccount>().RunAsync(id, isClosed: false, null, TestContext.Current.CancellationToken))).Problem.ShouldBeNull();
        await portal.SignedInAsync("nina");
    }
}

public sealed class SessionTestsOnPostgres : SessionTests
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}
