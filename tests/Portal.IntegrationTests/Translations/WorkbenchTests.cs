using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Review;
using Portal.Translations.Models;

namespace Portal.IntegrationTests.Translations;

/// <summary>A text from its first translation to its first being outdated.</summary>
public abstract class WorkbenchTests(TestPortal portal)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_all_languages_share_is_shown_in_words_and_not_to_be_written()
    {
        using var tara = await portal.SignedInAsync("tara");
        var shared = (await portal.PageAsync("/admin/translations/debate-safety-plan/bs", tara)).QuerySelector("details dl.differences")!;
        var values = shared.QuerySelectorAll("dt").Zip(shared.QuerySelectorAll("dd"), (dt, dd) => (dt.TextContent.Trim(), dd.TextContent.Trim())).ToDictionary(StringComparer.Ordinal);
        values["Languages spoken"].ShouldContain("Albanian");
        values["Kind"].ShouldNotContain("-");
        shared.QuerySelector("input, textarea, select").ShouldBeNull();
    }

    [Fact]
    public async Task A_translator_brings_a_text_to_another_language_and_a_change_of_its_source_makes_it_outdated()
    {
        var (set, source) = await NewAnalysisAsync("A text to translate", "First paragraph.\n\nSecond paragraph, which is somewhat longer than the first.");
        using var tara = await portal.SignedInAsync("tara");

        var form = await WorkbenchForm.OpenAsync(tara, $"/admin/translations/{set}/bs");
        form.Type("TitlePart.Title:1", "Tekst za prijevod");
        form.Type("MarkdownBodyPart.Markdown:2", "Drugi pasus, koji je nešto duži od prvog.");
        form.Type("Authors.author-1.Author.Name:1", "Autorica");
        using (var saved = await form.PressAsync("save")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        // The second paragraph alone is translated, and stays beside the second.
        var again = await WorkbenchForm.OpenAsync(tara, $"/admin/translations/{set}/bs");
        again["MarkdownBodyPart.Markdown:1"].ShouldBe("");
        again["MarkdownBodyPart.Markdown:2"].ShouldBe("Drugi pasus, koji je nešto duži od prvog.");
        again["Authors.author-1.Author.Name:1"].ShouldBe("Autorica");
        var item = await ItemAsync(set, "bs");
        item.PublishedVersionId.ShouldBeNull();
        (await StateAsync(set)).Bs.ShouldBe(TranslationState.InWork);
        (await DocumentAsync(item))["PolicyAnalysis"]?["Abstract"].ShouldBeNull();

        again.Type("MarkdownBodyPart.Markdown:1", "Prvi pasus.");
        using (var saved = await again.PressAsync("save")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await portal.PublishAsync(item.ContentItemId);
        (await StateAsync(set)).Bs.ShouldBe(TranslationState.Current);
        (await portal.PageAsync($"/bs/{(await ItemAsync(set, "bs")).PublishedPath}")).QuerySelector(".notice.warning").ShouldBeNull();

        await portal.EditAsync(source, c => c["MarkdownBodyPart"]!["Markdown"] = "First paragraph, reworded.\n\nSecond paragraph, which is somewhat longer than the first.\n\nA third one.");
        await portal.PublishAsync(source);
        (await StateAsync(set)).Bs.ShouldBe(TranslationState.Stale);
        (await portal.PageAsync($"/bs/{(await ItemAsync(set, "bs")).PublishedPath}")).QuerySelector(".notice.warning a")!.TextContent.ShouldBe("English");
        (await portal.UnreadAsync("tara")).ShouldContain("“Tekst za prijevod” is outdated: the text that it was translated from has changed.");

        var stale = await WorkbenchForm.OpenAsync(tara, $"/admin/translations/{set}/bs");
        stale.Page.QuerySelector(".tr-change ins")!.TextContent.ShouldContain("reworded");
        stale.Page.QuerySelectorAll(".needs-work").Length.ShouldBe(2);
        stale["MarkdownBodyPart.Markdown:2"].ShouldBe("Drugi pasus, koji je nešto duži od prvog.");
        stale.Type("MarkdownBodyPart.Markdown:3", "Treći.");
        stale.Tick("same", "MarkdownBodyPart.Markdown:1");
        stale.Tick("follows", "true");
        using (var saved = await stale.PressAsync("save")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await portal.PublishAsync(item.ContentItemId);
        (await StateAsync(set)).Bs.ShouldBe(TranslationState.Current);
    }

    [Fact]
    public async Task Buttons_copy_and_look_up_without_losing_what_was_typed()
    {
        var (set, _) = await NewAnalysisAsync("A recommendation to a ministry", "Words.");
        using var tara = await portal.SignedInAsync("tara");
        var form = await WorkbenchForm.OpenAsync(tara, $"/admin/translations/{set}/sq?from=en");
        form.Type("MarkdownBodyPart.Markdown:1", "Typed, not saved");
        form.Page.QuerySelectorAll("[data-term]").Select(b => b.GetAttribute("data-term")).ShouldBe(["Rekomandim", "Ministri"], ignoreOrder: true);

        using var copied = await form.PressAsync("copy 0 TitlePart.Title:1");
        var after = await WorkbenchForm.OfAsync(tara, copied);
        after["TitlePart.Title:1"].ShouldBe("A recommendation to a ministry");
        after["MarkdownBodyPart.Markdown:1"].ShouldBe("Typed, not saved");
        using var put = await after.PressAsync("term 0 TitlePart.Title:1");
        (await WorkbenchForm.OfAsync(tara, put))["TitlePart.Title:1"].ShouldBe("A recommendation to a ministry Rekomandim");
        (await portal.ReadAsync(db => db.ContentItems.CountAsync(i => i.LocalizationSet == set, Cancel))).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_translators_at_once_the_second_sees_what_the_first_saved_and_loses_nothing()
    {
        var (set, _) = await NewAnalysisAsync("For two translators", "Words.");
        using var tara = await portal.SignedInAsync("tara");
        var (first, second) = (await WorkbenchForm.OpenAsync(tara, $"/admin/translations/{set}/sr"), await WorkbenchForm.OpenAsync(tara, $"/admin/translations/{set}/sr"));
        first.Type("TitlePart.Title:1", "Први");
        using (var saved = await first.PressAsync("save")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        second.Type("TitlePart.Title:1", "Други");
        using var refused = await second.PressAsync("save");
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await WorkbenchForm.OfAsync(tara, refused);
        again["TitlePart.Title:1"].ShouldBe("Други");
        again.Page.QuerySelector(".tr-target .tr-text")!.TextContent.ShouldBe("Први");
        using var insisted = await again.PressAsync("save");
        insisted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_text_without_a_title_is_not_saved_and_comes_back_as_it_was()
    {
        var (set, _) = await NewAnalysisAsync("Title first", "Words.");
        using var tara = await portal.SignedInAsync("tara");
        var form = await WorkbenchForm.OpenAsync(tara, $"/admin/translations/{set}/sq");
        form.Type("MarkdownBodyPart.Markdown:1", "Fjalë.");
        using var refused = await form.PressAsync("save");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await WorkbenchForm.OfAsync(tara, refused))["MarkdownBodyPart.Markdown:1"].ShouldBe("Fjalë.");
    }

    [Fact]
    public async Task Every_text_of_the_demo_goes_through_the_workbench_unchanged()
    {
        using var tara = await portal.SignedInAsync("tara");
        var sets = await portal.ReadAsync(db => db.ContentItems.Where(i => i.Culture == "sr" && i.PublishedVersionId != null && i.LatestVersionId == i.PublishedVersionId && db.ContentItems.Any(o => o.LocalizationSet == i.LocalizationSet && o.Culture == "en"))
            .GroupBy(i => i.ContentType).Select(g => g.Min(i => i.LocalizationSet)!).ToListAsync(Cancel));
        sets.Count.ShouldBeGreaterThan(8);
        foreach (var set in sets)
        {
            var before = await ItemAsync(set, "sr");
            var form = await WorkbenchForm.OpenAsync(tara, $"/admin/translations/{set}/sr?from=en");
            using var saved = await form.PressAsync("save");
            saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, set);
            var (was, now) = (await portal.ReadAsync(db => db.ContentItemVersions.SingleAsync(v => v.VersionId == before.PublishedVersionId, Cancel)), await DocumentAsync(await ItemAsync(set, "sr")));
            Normal(now).ShouldBe(Normal(JsonNode.Parse(was.Json)!), set);
        }
    }

    [Fact]
    public async Task Nobody_translates_what_they_may_not_edit()
    {
        using var aktiv = await portal.SignedInAsync("aktiv");
        using var answer = await aktiv.AskAsync("/admin/translations/analysis-small-arms/bs");
        answer.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    /// <summary>Blank lines at the ends of texts are no difference.</summary>
    static string Normal(JsonNode node) => System.Text.RegularExpressions.Regex.Replace(node.ToJsonString(ContentDocument.Json), @"(\\n)+""", "\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Replace("\\n\\n\\n", "\\n\\n", StringComparison.Ordinal);

    async Task<(string Set, string Source)> NewAnalysisAsync(string title, string body)
    {
        var document = Editing.Text(title).Apply(new MarkdownBodyPart { Markdown = body });
        document.Content["Authors"] = new JsonObject { ["ContentItems"] = new JsonArray(new JsonObject { ["ContentItemId"] = "author-1", ["ContentType"] = "Author", ["Author"] = new JsonObject { ["Name"] = new JsonObject { ["Text"] = "An author" } } }) };
        var created = await portal.AsSystemAsync(s => ((Cms.Content.Actions.CreateContentItem)s.GetService(typeof(Cms.Content.Actions.CreateContentItem))!).RunAsync(new("PolicyAnalysis", "en", document), Cancel));
        await portal.PublishAsync(created.Value.ContentItemId);
        return (created.Value.LocalizationSet, created.Value.ContentItemId);
    }

    Task<ContentItem> ItemAsync(string set, string culture) => portal.ReadAsync(db => db.ContentItems.AsNoTracking().SingleAsync(i => i.LocalizationSet == set && i.Culture == culture, Cancel));

    Task<SetTranslations> StateAsync(string set) => portal.ReadAsync(db => db.SetTranslations.AsNoTracking().SingleAsync(s => s.LocalizationSet == set, Cancel));

    async Task<JsonNode> DocumentAsync(ContentItem item) => JsonNode.Parse(await portal.ReadAsync(db => db.ContentItemVersions.Where(v => v.VersionId == item.LatestVersionId).Select(v => v.Json).SingleAsync(Cancel)))!;
}

public sealed class WorkbenchTestsOnSqlite(SharedPortal shared) : WorkbenchTests(shared.Portal), IClassFixture<SharedPortal>;

public sealed class WorkbenchTestsOnPostgres(SharedPostgresPortal shared) : WorkbenchTests(shared.Portal), IClassFixture<SharedPostgresPortal>;
