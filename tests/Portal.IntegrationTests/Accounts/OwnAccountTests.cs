using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Privacy;
using Portal.Cms.Security;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.IntegrationTests.Participation;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Users.Models;
using Portal.Web;

namespace Portal.IntegrationTests.Accounts;

public class OwnAccountTests
{
    protected virtual DatabaseKind Database => DatabaseKind.Sqlite;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Task<TestPortal> StartAsync() => TestPortal.StartAsync(database: Database);

    [Fact]
    public async Task A_new_address_counts_when_it_is_confirmed_there_and_the_old_one_is_told()
    {
        await using var portal = await StartAsync();
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
        await using var portal = await StartAsync();
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
        await using var portal = await StartAsync();
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
    public async Task What_the_account_follows_stands_on_its_page_and_is_stopped_there_by_nobody_else()
    {
        await using var portal = await StartAsync();
        var (citizen, other) = (await Citizen.RegisteredAsync(portal, "amra@example.org"), await Citizen.RegisteredAsync(portal, "mara@example.org"));
        (await portal.AsSystemAsync(s => s.GetRequiredService<FollowConsultation>().ConfirmedAsync(Participant.OpenConsultation, "Amra@example.org", "bs", Cancel))).Problem.ShouldBeNull();
        var page = await citizen.PageAsync("/account");
        var id = page.QuerySelector("form[action='/account/follows/stop'] input[name=id]")!.GetAttribute("value")!;
        page.QuerySelector("#own-follows ~ .rows a")!.TextContent.ShouldNotBeEmpty();
        (await other.PageAsync("/account")).QuerySelector("form[action='/account/follows/stop']").ShouldBeNull();

        using (var foreign = await other.SendAsync("/account", new Form { ["id"] = id }, to: "/account/follows/stop")) foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using (var unsigned = await citizen.Browser.PostFormAsync("/account/follows/stop", new Form { ["id"] = id })) unsigned.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await portal.ReadAsync(db => db.Followers.CountAsync(f => f.StoppedUtc != null, Cancel))).ShouldBe(0);
        using (var stopped = await citizen.SendAsync("/account", new Form { ["id"] = id }, to: "/account/follows/stop")) stopped.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await citizen.PageAsync("/account")).QuerySelector("form[action='/account/follows/stop']").ShouldBeNull();
        (await portal.ReadAsync(db => db.Followers.SingleAsync(Cancel))).ProtectedAddress.ShouldBeNull();
    }

    [Fact]
    public async Task Who_comments_with_an_account_is_told_of_decisions_unless_they_chose_otherwise()
    {
        await using var portal = await StartAsync();
        var citizen = await Citizen.RegisteredAsync(portal, "amra@example.org");
        var author = new Participant(portal, "bs") { Browser = citizen.Browser };
        var moderator = await Moderator.Async(portal);
        await author.ReceiptAsync("Prvi komentar s naloga.");
        await moderator.DecideAsync("Prvi komentar s naloga.", "publish");
        var told = (await portal.LettersAsync()).Single(l => l.Subject.Length > 0 && l.To == citizen.Email && l.Text.Contains("objavljen", StringComparison.Ordinal));
        told.Language.ShouldBe("bs");

        using (var saved = await citizen.SendAsync("/account", new Form { ["culture"] = "bs", ["wanted"] = "new-sign-in" })) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await author.ReceiptAsync("Drugi komentar s naloga.");
        await moderator.DecideAsync("Drugi komentar s naloga.", "publish");
        (await portal.LettersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deleted_account_that_a_backup_brings_back_is_deleted_once_more_and_its_name_stands_nowhere()
    {
        await using var portal = await StartAsync();
        var id = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "tara").Select(u => u.Id).SingleAsync(Cancel));
        var tara = await portal.SignedInAsync("tara");
        using var deleted = await tara.PostFormAsync("/account/delete", new Form { ["currentPassword"] = Template.Password, ["__RequestVerificationToken"] = (await portal.PageAsync("/account/delete", tara)).TokenOf() });
        deleted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await portal.LettersAsync();
        (await portal.ReadAsync(db => db.AuditTrail.AnyAsync(a => a.UserName == "tara", Cancel))).ShouldBeFalse();

        var entry = (await portal.Services.GetRequiredService<ErasureRegister>().ReadAsync(null, Cancel)).ShouldHaveSingleItem();
        (entry.Kind, entry.Id).ShouldBe(("account", id));
        await portal.ReadAsync(async db =>
        {
            db.Users.Add(new User { Id = id, UserName = "tara", NormalizedUserName = "TARA", Email = "tara@example.org", NormalizedEmail = "TARA@EXAMPLE.ORG" });
            return await db.SaveChangesAsync(Cancel);
        });
        foreach (var expected in new[] { true, false })
            (await portal.AsSystemAsync(s => s.GetServices<IErasureReplay>().Single(r => r.Kind == entry.Kind).EraseAgainAsync(entry, Cancel))).ShouldBe(expected);
        (await portal.ReadAsync(db => db.Users.AnyAsync(u => u.UserName == "tara", Cancel))).ShouldBeFalse();
    }

    [Fact]
    public async Task The_last_administrator_cannot_leave()
    {
        await using var portal = await StartAsync();
        var admin = await portal.SignedInAsync("admin");
        var page = await portal.PageAsync("/account/delete", admin);
        using var refused = await admin.PostFormAsync("/account/delete", new Form { ["currentPassword"] = Template.Password, ["__RequestVerificationToken"] = page.TokenOf() });
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await portal.ReadAsync(db => db.Users.AnyAsync(u => u.UserName == "admin", TestContext.Current.CancellationToken))).ShouldBeTrue();
    }

    [Fact]
    public async Task Language_zone_and_notifications_are_remembered()
    {
        await using var portal = await StartAsync();
        var citizen = await Citizen.RegisteredAsync(portal, "amra@example.org");
        using var saved = await citizen.SendAsync("/account", new Form { ["culture"] = "sq", ["timeZone"] = "Europe/London" });
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await citizen.PageAsync("/account");
        page.DocumentElement.GetAttribute("lang").ShouldBe("sq");
        page.QuerySelector("#timeZone option[selected]")!.GetAttribute("value").ShouldBe("Europe/London");
        page.QuerySelector("input[name=wanted][checked]").ShouldBeNull();
        (await portal.ReadAsync(db => db.NotificationChoices.AnyAsync(c => c.IsWanted, Cancel))).ShouldBeFalse();

        using var wanted = await citizen.SendAsync("/account", new Form { ["culture"] = "sq", ["wanted"] = "new-sign-in" });
        (await citizen.PageAsync("/account")).QuerySelector("input[name=wanted][checked]").ShouldNotBeNull();
    }
}

public sealed class OwnAccountTestsOnPostgres : OwnAccountTests
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}
