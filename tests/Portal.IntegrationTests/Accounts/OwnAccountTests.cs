using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.Moderation.Models;
using Portal.Users.Models;

namespace Portal.IntegrationTests.Accounts;

public sealed class OwnAccountTests
{
    [Fact]
    public async Task A_new_address_counts_when_it_is_confirmed_there_and_the_old_one_is_told()
    {
        await using var portal = await TestPortal.StartAsync();
        var citizen = await Citizen.RegisteredAsync(portal, "amra@example.org");
        using (var wrong = await citizen.SendAsync("/account/address", new Form { ["email"] = "new@example.org", ["currentPassword"] = "not my password" })) wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var asked = await citizen.SendAsync("/account/address", new Form { ["email"] = "new@example.org", ["currentPassword"] = Citizen.Password });
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await citizen.PageAsync("/account")).QuerySelector("main")!.TextContent.ShouldContain("amra@example.org");

        var letter = (await portal.LettersAsync()).Single(l => l.To == "new@example.org");
        var code = System.Web.HttpUtility.ParseQueryString(new Uri("http://localhost" + letter.Link).Query)["code"]!;
        using var confirmed = await citizen.SendAsync(letter.Link, new Form { ["code"] = code });
        confirmed.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await citizen.PageAsync("/account")).QuerySelector("main")!.TextContent.ShouldContain("new@example.org");
        (await portal.LettersAsync()).ShouldContain(l => l.To == "amra@example.org");
    }

    [Fact]
    public async Task An_address_that_belongs_to_somebody_else_is_neither_taken_nor_betrayed()
    {
        await using var portal = await TestPortal.StartAsync();
        var citizen = await Citizen.RegisteredAsync(portal, "amra@example.org");
        await portal.LettersAsync();
        using var asked = await citizen.SendAsync("/account/address", new Form { ["email"] = "mira@example.org", ["currentPassword"] = Citizen.Password });
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        var letter = (await portal.LettersAsync()).ShouldHaveSingleItem();
        letter.To.ShouldBe("mira@example.org");
        letter.Text.ShouldNotContain("code=");
    }

    [Fact]
    public async Task Deleting_an_account_leaves_its_comments_and_nothing_that_says_whose_they_were()
    {
        await using var portal = await TestPortal.StartAsync();
        var citizen = await Citizen.RegisteredAsync(portal, "amra@example.org");
        var id = await portal.ReadAsync(db => db.Users.Where(u => u.Email == citizen.Email).Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken));
        var submission = await portal.ReadAsync(async db =>
        {
            var any = await db.Submissions.Select(s => s.Id).FirstAsync(TestContext.Current.CancellationToken);
            await db.Submissions.Where(s => s.Id == any).ExecuteUpdateAsync(s => s.SetProperty(x => x.AuthorUserId, id), TestContext.Current.CancellationToken);
            return any;
        });
        (await citizen.PageAsync("/account")).QuerySelectorAll("#own-comments ~ .rows > li").Length.ShouldBe(1);

        using (var wrong = await citizen.SendAsync("/account/delete", new Form { ["currentPassword"] = "not my password" })) wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var deleted = await citizen.SendAsync("/account/delete", new Form { ["currentPassword"] = Citizen.Password });
        deleted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await portal.LettersAsync();

        using (var ended = await citizen.Browser.AskAsync("/account")) ended.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var gone = await citizen.SignInAsync()) gone.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var (author, body) = await portal.ReadAsync(async db =>
            (await db.Submissions.Where(s => s.Id == submission).Select(s => s.AuthorUserId).SingleAsync(TestContext.Current.CancellationToken), await db.SubmissionVersions.AnyAsync(v => v.SubmissionId == submission, TestContext.Current.CancellationToken)));
        (author, body).ShouldBe((null, true));
        (await TableDump.OfAsync(portal)).Contains("amra@example.org", StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
    }

    [Fact]
    public async Task The_last_administrator_cannot_leave()
    {
        await using var portal = await TestPortal.StartAsync();
        var admin = await portal.SignedInAsync("admin");
        var page = await portal.PageAsync("/account/delete", admin);
        using var refused = await admin.PostFormAsync("/account/delete", new Form { ["currentPassword"] = Template.Password, ["__RequestVerificationToken"] = page.TokenOf() });
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await portal.ReadAsync(db => db.Users.AnyAsync(u => u.UserName == "admin", TestContext.Current.CancellationToken))).ShouldBeTrue();
    }

    [Fact]
    public async Task Language_zone_and_notifications_are_remembered()
    {
        await using var portal = await TestPortal.StartAsync();
        var citizen = await Citizen.RegisteredAsync(portal, "amra@example.org");
        using var saved = await citizen.SendAsync("/account", new Form { ["culture"] = "sq", ["timeZone"] = "Europe/London" });
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await citizen.PageAsync("/account");
        page.DocumentElement.GetAttribute("lang").ShouldBe("sq");
        page.QuerySelector("#timeZone option[selected]")!.GetAttribute("value").ShouldBe("Europe/London");
        page.QuerySelector("input[name=wanted][checked]").ShouldBeNull();
        (await portal.ReadAsync(db => db.NotificationChoices.SingleAsync(TestContext.Current.CancellationToken))).IsWanted.ShouldBeFalse();

        using var wanted = await citizen.SendAsync("/account", new Form { ["culture"] = "sq", ["wanted"] = "new-sign-in" });
        (await citizen.PageAsync("/account")).QuerySelector("input[name=wanted][checked]").ShouldNotBeNull();
    }
}
