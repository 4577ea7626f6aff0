using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Contents.Actions;
using Portal.Contents.Editing;
using Portal.Contents.Models;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Content;

/// <summary>What the edit form's scripts ask for, and what becomes of work that nobody saved.</summary>
public sealed class EditorHelpTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_typed_and_not_saved_is_there_again_for_its_writer_alone_and_is_no_version()
    {
        using var nina = await portal.SignedInAsync("nina");
        using var tara = await portal.SignedInAsync("tara");
        var id = await ArticleAsync(0);
        var versions = await VersionsAsync(id);
        var form = await EditorForm.OfAsync(nina, id);
        form["Article.Summary"] = "Typed before the battery was empty";
        (await KeepAsync(form)).ShouldContain("12:00");

        var again = await EditorForm.OfAsync(nina, id);
        again["Article.Summary"].ShouldBe("Typed before the battery was empty");
        again.Page.QuerySelector(".unsaved").ShouldNotBeNull();
        (await EditorForm.OfAsync(tara, id)).Page.QuerySelector(".unsaved").ShouldBeNull();
        (await VersionsAsync(id)).ShouldBe(versions);

        using (var saved = await again.PressAsync("save")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await EditorForm.OfAsync(nina, id);
        after.Page.QuerySelector(".unsaved").ShouldBeNull();
        after["Article.Summary"].ShouldBe("Typed before the battery was empty");
        (await portal.ReadAsync(db => db.UnsavedWork.AnyAsync(w => w.Form == id, Cancel))).ShouldBeFalse();
    }

    [Fact]
    public async Task Unsaved_work_can_be_thrown_away_and_meets_what_was_saved_meanwhile()
    {
        using var nina = await portal.SignedInAsync("nina");
        using var tara = await portal.SignedInAsync("tara");
        var id = await ArticleAsync(1);
        var (mine, theirs) = (await EditorForm.OfAsync(nina, id), await EditorForm.OfAsync(tara, id));
        mine["Article.Summary"] = "Unsaved of Nina";
        await KeepAsync(mine);
        theirs["Article.Summary"] = "Saved by Tara";
        using (var saved = await theirs.PressAsync("save")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var again = await EditorForm.OfAsync(nina, id);
        using (var refused = await again.PressAsync("save"))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await TestPortal.ParseAsync(refused)).QuerySelector(".clash-theirs")!.TextContent.ShouldBe("Saved by Tara");
        }

        using (var thrown = await again.PressAsync("forget")) thrown.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await EditorForm.OfAsync(nina, id))["Article.Summary"].ShouldBe("Saved by Tara");
    }

    [Fact]
    public async Task A_new_text_is_kept_too_and_goes_into_the_item_that_is_made_of_it()
    {
        using var nina = await portal.SignedInAsync("nina");
        var form = await EditorForm.OpenAsync(nina, "/admin/content/new/Article?culture=bs");
        form["TitlePart.Title"] = "Nova vijest";
        await KeepAsync(form);
        var again = await EditorForm.OpenAsync(nina, "/admin/content/new/Article?culture=bs");
        again["TitlePart.Title"].ShouldBe("Nova vijest");
        using (var created = await again.PressAsync("save")) created.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await EditorForm.OpenAsync(nina, "/admin/content/new/Article?culture=bs"))["TitlePart.Title"].ShouldBe("");
    }

    [Fact]
    public async Task Unsaved_work_ends_after_ninety_days_and_with_the_account_and_never_fills_the_database()
    {
        await using var own = await TestPortal.StartAsync();
        for (var i = 0; i <= KeepUnsavedWork.MostForms; i++)
        {
            own.Clock.Advance(TimeSpan.FromMinutes(1));
            (await own.AsAsync("nina", s => ((KeepUnsavedWork)s.GetService(typeof(KeepUnsavedWork))!).RunAsync(new($"form-{i}", "{}", default, default), Cancel))).Problem.ShouldBeNull();
        }

        var forms = await own.ReadAsync(db => db.UnsavedWork.Select(w => w.Form).ToListAsync(Cancel));
        forms.Count.ShouldBe(KeepUnsavedWork.MostForms);
        forms.ShouldNotContain("form-0");

        own.Clock.Advance(ForgetUnsavedWork.Kept + TimeSpan.FromMinutes(1));
        await own.RunJobAsync<ForgetUnsavedWork>();
        (await own.ReadAsync(db => db.UnsavedWork.AnyAsync(Cancel))).ShouldBeFalse();
    }

    [Fact]
    public async Task Saving_without_leaving_the_page_gives_the_stamps_for_the_next_time()
    {
        using var nina = await portal.SignedInAsync("nina");
        var id = await ArticleAsync(2);
        var form = await EditorForm.OfAsync(nina, id);
        form["Article.Summary"] = "Saved quietly";
        using var first = await form.PressAsync("save", ("Accept", "application/json"));
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        var now = await TestPortal.JsonAsync(first);

        form["Article.Summary"] = "Saved quietly again";
        using (var stale = await form.PressAsync("save", ("Accept", "application/json"))) stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        foreach (var name in new[] { "stamp", "setStamp", "read" }) form[name] = (string)now[name]!;
        using var second = await form.PressAsync("save", ("Accept", "application/json"));
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await EditorForm.OfAsync(nina, id))["Article.Summary"].ShouldBe("Saved quietly again");
    }

    [Fact]
    public async Task The_preview_is_what_the_page_shows_and_nothing_that_runs()
    {
        using var nina = await portal.SignedInAsync("nina");
        var token = (await EditorForm.OpenAsync(nina, "/admin/content/new/Article?culture=sr"))["__RequestVerificationToken"];
        using var answer = await nina.PostFormAsync("/admin/content/render", new Form { ["__RequestVerificationToken"] = token, ["culture"] = "sr", ["markdown"] = "## Шума\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nx[^1] [bad](javascript:alert(1)) <b onclick=x>raw</b>\n\n[^1]: Note." });
        var page = await TestPortal.ParseAsync(answer);
        page.QuerySelector("h2")!.TextContent.ShouldBe("Шума");
        page.QuerySelector(".table-scroll table").ShouldNotBeNull();
        page.QuerySelector(".footnotes")!.TextContent.ShouldContain("Note.");
        page.QuerySelectorAll("[onclick], [href^='javascript']").ShouldBeEmpty();

        using var forged = await nina.PostFormAsync("/admin/content/render", new Form { ["culture"] = "sr", ["markdown"] = "x" });
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("small arms", "en")]
    [InlineData("оружје", "sr")]
    [InlineData("oruzje", "sr-Latn")]
    [InlineData("oružje", "bs")]
    [InlineData("ORUŽJE", "en")]
    public async Task Items_are_found_by_their_titles_in_any_letters(string words, string culture)
    {
        using var nina = await portal.SignedInAsync("nina");
        var found = JsonNode.Parse(await nina.TextAsync($"/admin/content/find?type=PolicyAnalysis+Theme&culture={culture}&q={Uri.EscapeDataString(words)}"))!.AsArray();
        found.Select(f => (string?)f!["set"]).ShouldContain("analysis-small-arms");
        foreach (var item in found.Where(f => f!["href"] is not null)) (await nina.AskAsync((string)item!["href"]!)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task None_of_it_is_for_readers()
    {
        foreach (var path in new[] { "/admin/content/find?q=a" })
        {
            using var answer = await portal.NewClient().AskAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        using var kept = await portal.NewClient().PostFormAsync("/admin/content/unsaved", new Form { ["form"] = "x" });
        kept.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    static async Task<string> KeepAsync(EditorForm form)
    {
        using var answer = await form.SendAsync("/admin/content/unsaved");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    Task<string> ArticleAsync(int number) => portal.ReadAsync(db => db.ContentItems.Where(i => i.ContentType == "Article" && i.PublishedVersionId != null).OrderBy(i => i.ContentItemId).Select(i => i.ContentItemId).Skip(number).FirstAsync(Cancel));

    Task<int> VersionsAsync(string id) => portal.ReadAsync(db => db.ContentItemVersions.CountAsync(v => v.ContentItemId == id, Cancel));
}

/// <summary>The same on PostgreSQL, for what the database does.</summary>
public sealed class PickerChoicesOnPostgresTests(SharedPostgresPortal shared) : IClassFixture<SharedPostgresPortal>
{
    [Fact]
    public async Task Titles_are_found_and_unsaved_work_is_kept()
    {
        var portal = shared.Portal;
        using var nina = await portal.SignedInAsync("nina");
        (await nina.TextAsync("/admin/content/find?q=small+arms&culture=en")).ShouldContain("analysis-small-arms");
        var form = await EditorForm.OpenAsync(nina, "/admin/content/new/PolicyAnalysis?culture=en");
        form["TitlePart.Title"] = "Kept";
        using (var kept = await form.SendAsync("/admin/content/unsaved")) kept.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await EditorForm.OpenAsync(nina, "/admin/content/new/PolicyAnalysis?culture=en"))["TitlePart.Title"].ShouldBe("Kept");
    }
}
