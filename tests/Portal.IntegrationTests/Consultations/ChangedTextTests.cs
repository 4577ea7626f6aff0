using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Consultations.Indexes;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;
using Portal.Web;

namespace Portal.IntegrationTests.Consultations;

/// <summary>What becomes of comments when the text under them changes.</summary>
public class ChangedTextTests
{
    protected virtual DatabaseKind Database => DatabaseKind.Sqlite;

    [Fact]
    public async Task Rewording_inserting_moving_and_deleting_leaves_every_comment_on_its_section()
    {
        await using var portal = await TestPortal.StartAsync(database: Database);
        await Drafted.OpenAsync(portal);
        foreach (var id in new[] { "one", "two", "three" }) await Drafted.CommentAsync(portal, $"About {id}.", id);
        (await portal.PageAsync(Drafted.Path)).QuerySelectorAll(".comment-changed").ShouldBeEmpty();

        portal.Clock.Advance(TimeSpan.FromHours(1));
        await Drafted.RewriteAsync(portal, ("three", "Fines", "A fine of one hundred euros is paid."), ("new", "Definitions", "A weapon is what the law says."), ("two", "Storage", "Weapons are kept in a locked steel cabinet."));
        await Drafted.CommentAsync(portal, "About two, later.", "two");

        var page = await portal.PageAsync(Drafted.Path);
        Comments(Section(page, "Fines")).ShouldBe(["About three."]);
        Comments(Section(page, "Definitions")).ShouldBeEmpty();
        Comments(Section(page, "Storage")).ShouldBe(["About two.", "About two, later."]);
        page.QuerySelector("#section-1 h2")!.TextContent.ShouldContain("Fines");

        // The first comment saw another text, and says so; the later one did not.
        var changed = Section(page, "Storage").QuerySelectorAll(".comment-changed").Single();
        changed.ParentElement!.TextContent.ShouldContain("About two.");
        var difference = await portal.PageAsync(changed.QuerySelector("a")!.GetAttribute("href")!);
        difference.QuerySelector("#section-two ins")!.TextContent.ShouldContain("steel");
        difference.QuerySelector("#section-three").ShouldBeNull();

        // What was said about a section that is gone stays, with the words it was said about.
        var former = page.QuerySelector("#former")!;
        former.QuerySelector("h3")!.TextContent.ShouldBe("Purpose");
        Comments(former).ShouldBe(["About one."]);
        former.QuerySelector("details.absent-text")!.TextContent.ShouldContain("regulates how weapons are kept");
        former.QuerySelector("form").ShouldBeNull();
        former.QuerySelector(".comment-changed").ShouldNotBeNull();
    }

    [Fact]
    public async Task Author_and_moderator_still_read_what_a_section_was_called_that_is_gone_and_editors_are_warned_before_it_goes()
    {
        await using var portal = await TestPortal.StartAsync(database: Database);
        await Drafted.OpenAsync(portal);
        var author = new Participant(portal, "en");
        using var sent = await author.SendAsync(await author.CheckAsync("About the purpose.", "one", Drafted.Set));
        var code = Participant.CodeOn(await TestPortal.ParseAsync(sent));
        var editor = await portal.SignedInAsync("nina");
        (await portal.PageAsync($"/admin/content/{Drafted.Id}", editor)).QuerySelector(".editor-panel details")!.TextContent.ShouldContain("Purpose");

        await portal.EditAsync(Drafted.Id, c => (c["Sections"], c["Consultation"]!["SectionOrder"]) = (Drafted.Sections(("two", "Storage", "Weapons are kept in a locked cabinet.")), Drafted.Order("two", "three")));
        (await portal.PageAsync($"/admin/content/{Drafted.Id}", editor)).QuerySelector(".editor-panel .must")!.TextContent.ShouldContain("1. Purpose (1)");
        await portal.PublishAsync(Drafted.Id);

        (await author.ReceiptPageAsync(code)).QuerySelector(".receipt dl")!.TextContent.ShouldContain("Purpose");
        var moderator = await portal.SignedInAsync("arta");
        var row = (await portal.PageAsync("/admin/moderation", moderator)).QuerySelectorAll(".queue-item").Single(i => i.TextContent.Contains("About the purpose.", StringComparison.Ordinal));
        row.QuerySelector(".where")!.TextContent.ShouldContain("Purpose (no longer in the text)");
        (await portal.PageAsync(row.QuerySelector(".open")!.GetAttribute("href")!, moderator)).QuerySelector(".decide-context")!.TextContent.ShouldContain("regulates how weapons are kept");
    }

    [Fact]
    public async Task All_versions_of_the_text_stay_public_with_what_changed()
    {
        await using var portal = await TestPortal.StartAsync(database: Database);
        await Drafted.OpenAsync(portal);
        (await portal.PageAsync(Drafted.Path)).QuerySelector("a[href*='/consultation-text/']").ShouldBeNull();
        var first = (await portal.ItemAsync(Drafted.Id)).PublishedVersionId!;
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await Drafted.RewriteAsync(portal, ("one", "Purpose", "This law regulates how weapons are kept and carried."), ("two", "Storage", "Weapons are kept in a locked cabinet."), ("four", "Review", "The law is reviewed."));
        // A change beside the text makes no version of it.
        await portal.EditAsync(Drafted.Id, c => c["Consultation"]!["Summary"] = new JsonObject { ["Text"] = "Said shortly" });
        await portal.PublishAsync(Drafted.Id);

        var link = (await portal.PageAsync(Drafted.Path)).QuerySelector("a[href*='/consultation-text/']")!.GetAttribute("href")!;
        var versions = await portal.PageAsync(link);
        versions.QuerySelectorAll(".text-versions > li").Length.ShouldBe(2);
        versions.QuerySelector(".text-versions > li")!.TextContent.ShouldContain("Review");
        var page = await portal.PageAsync($"{link}/{first}/now");
        page.QuerySelectorAll(".section.diff").Select(s => s.Id).ShouldBe(["section-one", "section-four", "section-three"]);
        page.QuerySelector("#section-three")!.TextContent.ShouldContain("This section was taken out.");

        // In another language the frame is that language's, the words are not.
        var inSerbian = await portal.PageAsync($"/sr/consultation-text/{Drafted.Id}/{first}/now");
        inSerbian.DocumentElement.GetAttribute("lang").ShouldBe("sr-Cyrl");
        inSerbian.QuerySelector("#section-one")!.GetAttribute("lang").ShouldBe("en");
        foreach (var unknown in new[] { $"{link}/no-version/now", "/en/consultation-text/no-item", $"{link}/{first}/later" })
        {
            using var answer = await portal.Client.AskAsync(unknown);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, unknown);
        }
    }

    [Fact]
    public async Task The_versions_of_a_text_that_is_not_announced_yet_are_secret()
    {
        await using var portal = await TestPortal.StartAsync(database: Database);
        (await Planned.ImportAsync(portal, Planned.Item("secret", "2026-06-20T10:00:00Z", "2026-06-30T10:00:00Z", p => p["Announced"] = new JsonObject { ["Value"] = "2026-06-18T00:00:00Z" }))).Problem.ShouldBeNull();
        using var answer = await portal.Client.AskAsync("/en/consultation-text/secret-en");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_section_without_a_translation_keeps_its_comments_readable_in_that_language()
    {
        await using var portal = await TestPortal.StartAsync(database: Database);
        await Drafted.OpenAsync(portal);
        await Drafted.CommentAsync(portal, "Said in English.", "two");
        var sq = Planned.Item(Drafted.Set, "2026-06-10T10:00:00Z", "2026-06-30T10:00:00Z", p => (p["Moderation"], p["SectionOrder"]) = (new JsonObject { ["Text"] = "post" }, Drafted.Order("one", "two", "three")));
        (sq["ContentItemId"], sq["LocalizationPart"]!["Culture"], sq["AutoroutePart"]!["Path"]) = ("drafted-sq", "sq", "sq/konsultime/drafted");
        sq["Sections"] = Drafted.Sections(("one", "Qëllimi", "Ky ligj rregullon ruajtjen e armëve."));
        (await Planned.ImportAsync(portal, sq)).Problem.ShouldBeNull();

        var absent = (await portal.PageAsync("/sq/konsultime/drafted")).QuerySelector("#untranslated")!;
        absent.QuerySelector("h3")!.TextContent.ShouldBe("Storage");
        absent.QuerySelector("h3")!.GetAttribute("lang").ShouldBe("en");
        Comments(absent).ShouldBe(["Said in English."]);
    }

    [Fact]
    public async Task An_extension_is_recorded_and_told_on_the_page()
    {
        await using var portal = await TestPortal.StartAsync(database: Database);
        await Drafted.OpenAsync(portal);
        (await portal.PageAsync(Drafted.Path)).QuerySelector(".window-change").ShouldBeNull();
        await portal.EditAsync(Drafted.Id, c => c["Consultation"]!["Closes"] = new JsonObject { ["Value"] = "2026-07-05T10:00:00Z" });
        (await portal.ReadAsync(db => db.WindowChanges.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
        await portal.PublishAsync(Drafted.Id);

        (await portal.PageAsync(Drafted.Path)).QuerySelector(".window-change")!.TextContent.Trim().ShouldBe(
            "Extended on 15\u00A0June\u00A02026 at 12:00, Central European Time (UTC+2): closes 5\u00A0July\u00A02026 at 12:00, Central European Time (UTC+2) instead of 30\u00A0June\u00A02026 at 12:00, Central European Time (UTC+2).");
        var told = (await portal.Client.ObjectAsync($"/api/v1/consultations/{Drafted.Set}?culture=en"))["windowChanges"]!.AsArray().Single()!;
        ((string)told["closesBeforeUtc"]!).ShouldStartWith("2026-06-30T10:00:00");
        ((string)told["closesUtc"]!).ShouldStartWith("2026-07-05T10:00:00");
        (await portal.ReadAsync(db => db.AuditTrail.AnyAsync(e => e.Category == "Consultation" && e.Name == "WindowChanged" && e.SubjectId == Drafted.Set, TestContext.Current.CancellationToken))).ShouldBeTrue();
    }

    static IElement Section(IHtmlDocument page, string heading) => page.QuerySelectorAll("article section.section").Single(s => s.QuerySelector("h2")!.TextContent.Contains(heading, StringComparison.Ordinal));

    static string[] Comments(IElement within) => [.. within.QuerySelectorAll(".comment-text").Select(c => c.TextContent.Trim())];
}

public sealed class ChangedTextTestsOnPostgres : ChangedTextTests
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}
