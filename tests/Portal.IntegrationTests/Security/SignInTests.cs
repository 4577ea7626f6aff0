using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Cms;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.Users.Actions;

namespace Portal.IntegrationTests.Security;

public sealed class SignInTests
{
    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_refused_for_fifteen_minutes()
    {
        await using var portal = await TestPortal.StartAsync();
        var browser = portal.NewClient();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await browser.SignInAsync("arta", "a wrong pass phrase");
            wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        using var resting = await browser.SignInAsync("arta", Template.Password);
        resting.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_password_that_was_given_out_opens_nothing_after_a_week()
    {
        await using var portal = await TestPortal.StartAsync();
        var given = await portal.AsSystemAsync(s => s.GetRequiredService<ResetPassword>().RunAsync("nina", TestContext.Current.CancellationToken));
        portal.Clock.Advance(TimeSpan.FromDays(7));
        using var late = await portal.NewClient().SignInAsync("nina", given.Value);
        late.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_somebody_may_not_do_is_refused_and_written_to_the_log_by_ids_alone()
    {
        using var log = new LogLines();
        await using var portal = await TestPortal.StartAsync(services: s => s.AddSingleton<ILoggerProvider>(log));
        var id = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "tara").Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken));
        var refused = await new ModerationDesk(portal).AsAsync("tara", s => s.GetRequiredService<CreateToken>().RunAsync(new("arta", "theirs", ["content"]), TestContext.Current.CancellationToken));
        refused.Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        log.Text.ShouldContain($"The account {id} was refused a change that needs ManageUsers.");
        log.Text.ShouldNotContain("tara");
    }

    [Fact]
    public async Task Neither_page_nor_status_tells_whether_an_account_exists()
    {
        await using var portal = await TestPortal.StartAsync();
        using var known = await portal.NewClient().SignInAsync("mira", "a wrong pass phrase");
        using var unknown = await portal.NewClient().SignInAsync("nobody", "a wrong pass phrase");
        unknown.StatusCode.ShouldBe(known.StatusCode);
        var (first, second) = (await TestPortal.ParseAsync(known), await TestPortal.ParseAsync(unknown));
        second.QuerySelector("[role=alert]")!.TextContent.ShouldBe(first.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task A_password_that_was_given_out_opens_nothing_but_the_page_for_changing_it()
    {
        await using var portal = await TestPortal.StartAsync();
        var given = await portal.AsSystemAsync(s => s.GetRequiredService<ResetPassword>().RunAsync("nina", TestContext.Current.CancellationToken));
        var browser = portal.NewClient();
        using var signedIn = await browser.SignInAsync("nina", given.Value);
        signedIn.Headers.Location!.ToString().ShouldBe("/account/password");

        foreach (var path in new[] { "/admin", "/admin/content", "/account" })
        {
            using var answer = await browser.AskAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, path);
            answer.Headers.Location!.ToString().ShouldBe("/account/password");
        }

        var page = await portal.PageAsync("/account/password", browser);
        using var changed = await browser.PostFormAsync("/account/password", new Form
        {
            ["currentPassword"] = given.Value, ["newPassword"] = "another long pass phrase", ["repeatedPassword"] = "another long pass phrase", ["__RequestVerificationToken"] = page.TokenOf(),
        });
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var queue = await browser.AskAsync("/admin/content");
        queue.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Signing_in_leads_to_no_foreign_site(string returnUrl)
    {
        await using var portal = await TestPortal.StartAsync();
        var browser = portal.NewClient();
        var page = await portal.PageAsync("/sign-in", browser);
        using var answer = await browser.PostFormAsync("/sign-in", new Form
        {
            ["userName"] = "arta", ["password"] = Template.Password, ["returnUrl"] = returnUrl, ["__RequestVerificationToken"] = page.TokenOf(),
        });
        answer.Headers.Location!.ToString().ShouldBe("/admin");
    }
}
