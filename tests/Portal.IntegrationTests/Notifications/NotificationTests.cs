using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Security;
using Portal.IntegrationTests.Accounts;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Review;
using Portal.Notifications.Digest;
using Portal.Notifications.Models;
using Portal.Users.Actions;
using Portal.Web;

namespace Portal.IntegrationTests.Notifications;

/// <summary>What people are told in the portal, and by the mail of the day.</summary>
public abstract class NotificationTests(DatabaseKind database)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_mail_of_the_day_comes_in_the_persons_morning_and_language_with_titles_and_links_and_once()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        (await portal.AsAsync("nina", s => s.GetRequiredService<SavePreferences>().RunAsync(new("sr", "Europe/London", [ReviewKind]), Cancel))).Problem.ShouldBeNull();
        var first = await portal.AskedForAsync("Наше улице", note: "A secret of the draft.");
        await portal.AskedForAsync("Our school");

        // A Monday noon: the morning of who has never had a mail is still on.
        await portal.RunJobAsync<SendDigests>();
        var letter = (await portal.LettersAsync()).Single(l => l.To == "nina@example.org");
        letter.Subject.ShouldNotBeEmpty();
        letter.Language.ShouldBe("sr-Cyrl");
        letter.Text.ShouldContain("тражи преглед текста „Наше улице“");
        letter.Text.ShouldContain("Our school");
        letter.Text.ShouldNotContain("secret");
        letter.Text.ShouldNotContain("lamp");

        // Not twice on one day, and nothing to say is no mail.
        await portal.AskedForAsync("Our park");
        await portal.RunJobAsync<SendDigests>();
        (await portal.LettersAsync()).ShouldNotContain(l => l.To == "nina@example.org");
        portal.Clock.Advance(new DateTime(2026, 6, 16, 5, 59, 0, DateTimeKind.Utc) - portal.Clock.GetUtcNow().UtcDateTime);
        await portal.RunJobAsync<SendDigests>();
        (await portal.LettersAsync()).ShouldNotContain(l => l.To == "nina@example.org", "it is 6:59 in London");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.RunJobAsync<SendDigests>();
        var second = (await portal.LettersAsync()).Single(l => l.To == "nina@example.org");
        second.Text.ShouldContain("Our park");
        second.Text.ShouldNotContain("Our school");
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await portal.RunJobAsync<SendDigests>();
        (await portal.LettersAsync()).ShouldNotContain(l => l.To == "nina@example.org");
        first.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Who_wants_no_mail_gets_none_and_reads_in_the_portal_all_the_same()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        (await portal.AsAsync("nina", s => s.GetRequiredService<SavePreferences>().RunAsync(new("en", null, []), Cancel))).Problem.ShouldBeNull();
        var id = await portal.AskedForAsync("Quietly");
        await portal.RunJobAsync<SendDigests>();
        (await portal.LettersAsync()).ShouldNotContain(l => l.To == "nina@example.org");

        using var nina = await portal.SignedInAsync("nina");
        var page = await portal.PageAsync("/admin/notifications", nina);
        page.QuerySelector(".rail-notifications .waiting")!.TextContent.ShouldStartWith("1");
        var link = page.QuerySelector(".notification.is-new .open")!.GetAttribute("href")!;
        using (var opened = await nina.AskAsync(link)) opened.Headers.Location!.ToString().ShouldBe($"/admin/content/{id}#review");
        (await portal.PageAsync("/admin/notifications", nina)).QuerySelector(".rail-notifications .waiting").ShouldBeNull();
        (await portal.PageAsync("/admin/notifications?all=true", nina)).QuerySelectorAll(".notification.is-read").Length.ShouldBe(1);

        // Nobody opens or reads for another.
        using var fiq = await portal.SignedInAsync("fiq");
        using var foreign = await fiq.AskAsync(link);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Opening_the_text_itself_is_reading_what_was_told_about_it()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        var (seen, other) = (await portal.AskedForAsync("Opened"), await portal.AskedForAsync("Left"));
        using var nina = await portal.SignedInAsync("nina");
        await portal.PageAsync($"/admin/content/{seen}", nina);
        (await portal.UnreadAsync("nina")).ShouldBe(["fiq asks for a review of “Left”."]);
        other.ShouldNotBe(seen);
    }

    [Fact]
    public async Task Everybody_with_an_account_finds_their_own_on_the_page_of_the_account()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        var citizen = await portal.IdOfAsync("tara");
        await portal.AsSystemAsync(async s =>
        {
            await s.GetRequiredService<Cms.Data.UnitOfWork>().RunAsync<Cms.Done>(async () =>
            {
                await s.GetRequiredService<Portal.Notifications.Actions.Notify>().TellAsync(new(ReviewKind, "{0} wrote about “{1}”.", "/en", "x", "A title <b>"), [citizen], Cancel);
                return default(Cms.Done);
            }, Cancel);
            return true;
        });
        using var tara = await portal.SignedInAsync("tara");
        (await portal.PageAsync("/account", tara)).QuerySelector("#notifications + ul a")!.TextContent.ShouldBe("The portal wrote about “A title <b>”.");
        var page = await portal.PageAsync("/account/notifications", tara);
        page.QuerySelectorAll(".notification").Length.ShouldBe(1);
        using var read = await tara.PostFormAsync("/account/notifications/read", new Form { ["__RequestVerificationToken"] = page.TokenOf() });
        read.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.PageAsync("/account", tara)).QuerySelector("#notifications").ShouldBeNull();
        using var guest = await portal.Client.AskAsync("/account/notifications");
        guest.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_is_old_is_forgotten_and_who_leaves_is_named_no_more()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        await portal.AskedForAsync("By one who leaves");
        var fiq = await portal.IdOfAsync("fiq");
        await portal.AsSystemAsync(async s =>
        {
            await s.GetRequiredService<Cms.Data.UnitOfWork>().RunAsync<Cms.Done>(async () =>
            {
                foreach (var handler in s.GetServices<IAccountHandler>()) await handler.DeletingAsync(fiq, Cancel);
                return default(Cms.Done);
            }, Cancel);
            return true;
        });
        (await portal.UnreadAsync("nina")).ShouldBe(["The portal asks for a review of “By one who leaves”."]);
        portal.Clock.Advance(TimeSpan.FromDays(91));
        await portal.RunJobAsync<ForgetNotifications>();
        (await portal.ReadAsync(db => db.Notifications.CountAsync(Cancel))).ShouldBe(0);
    }

    const string ReviewKind = "review";
}

public sealed class NotificationTestsOnSqlite() : NotificationTests(DatabaseKind.Sqlite);

public sealed class NotificationTestsOnPostgres() : NotificationTests(DatabaseKind.Postgres);
