using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Content;
using Portal.Cms.Search;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.Search.Actions;

namespace Portal.IntegrationTests.Search;

/// <summary>Who looks for something finds what is published, however it is written, and nothing else.</summary>
public sealed class SearchTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Fact]
    public async Task A_name_is_found_in_either_script_with_or_without_diacritics()
    {
        await portal.PublishPageAsync("sr", "Записник Ђорђа Чворовића", "Савет се састао у Љубиној улици.");
        await portal.PublishPageAsync("bs", "Zapisnik Đorđa Čvorovića", "Vijeće se sastalo u Ljubinoj ulici.");
        foreach (var words in new[] { "Ђорђа Чворовића", "Đorđa Čvorovića", "Djordja Cvorovica", "dorda cvorovica", "ĐORĐA ČVOROVIĆA", "ЂОРЂА", "Ǉubinoj ćvorov" })
        {
            (await portal.FindAsync(words, "sr")).ShouldContain(t => t.StartsWith("За", StringComparison.Ordinal) || words.StartsWith('Ǉ'), words);
            (await portal.FindAsync(words, "bs")).ShouldContain(t => t == "Zapisnik Đorđa Čvorovića", words);
        }

        (await portal.FindAsync("djordja", "sr-Latn"))[0].ShouldBe("Zapisnik Đorđa Čvorovića");
    }

    [Fact]
    public async Task What_is_found_is_marked_in_the_letters_in_which_it_is_shown()
    {
        await portal.PublishPageAsync("sr", "Ноћне патроле", "У селу Шумарице **житељи** ходају ноћу.");
        var cyrillic = await portal.SearchPageAsync("/sr/pretraga", "zitelji Sumarice");
        var found = cyrillic.QuerySelectorAll(".item").Single(i => i.QuerySelector(".item-title")!.TextContent == "Ноћне патроле");
        found.QuerySelectorAll("mark").Select(m => m.TextContent).ShouldBe(["Шумарице", "житељи"]);
        found.QuerySelector(".item-body p")!.TextContent.ShouldBe("У селу Шумарице житељи ходају ноћу.");

        var latin = await portal.SearchPageAsync("/sr-Latn/pretraga", "житељи");
        var same = latin.QuerySelectorAll(".item").Single(i => i.QuerySelector(".item-title")!.TextContent == "Noćne patrole");
        same.QuerySelector("mark")!.TextContent.ShouldBe("žitelji");
        same.QuerySelector("a")!.GetAttribute("href")!.ShouldStartWith("/sr-Latn/");
        same.QuerySelector("a")!.HasAttribute("lang").ShouldBeFalse();
    }

    [Fact]
    public async Task Text_is_found_from_the_moment_it_is_published_to_the_moment_it_is_not()
    {
        var id = await portal.DraftAsync("Page", "en", new ContentDocument().Apply(new TitlePart { Title = "Quokka" }).Apply(new MarkdownBodyPart { Markdown = "wallabyish" }));
        (await portal.FindAsync("quokka")).ShouldBeEmpty();

        await portal.PublishAsync(id);
        (await portal.FindAsync("wallabyish")).ShouldBe(["Quokka"]);

        await portal.EditAsync(id, content => content["MarkdownBodyPart"]!["Markdown"] = "numbatlike");
        (await portal.FindAsync("numbatlike")).ShouldBeEmpty();
        (await portal.FindAsync("wallabyish")).ShouldBe(["Quokka"]);

        await portal.PublishAsync(id);
        (await portal.FindAsync("wallabyish")).ShouldBeEmpty();
        (await portal.FindAsync("numbatlike")).ShouldBe(["Quokka"]);

        await portal.UnpublishAsync(id);
        (await portal.FindAsync("quokka")).ShouldBeEmpty();
        (await TableDump.OfAsync(portal)).Split("== ").Where(t => t.StartsWith("SearchText", StringComparison.Ordinal)).ShouldAllBe(t => !t.Contains("numbatlike", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_text_comes_once_in_the_readers_language_and_other_languages_come_after()
    {
        var both = await portal.PublishPageAsync("en", "Zebrafish rules", "zebrafish");
        await portal.PublishPageAsync("sq", "Rregullat e zebrafish", "zebrafish", set: both);
        await portal.PublishPageAsync("sq", "Vetëm shqip", "zebrafish zebrafish zebrafish");
        (await portal.FindAsync("zebrafish", "en")).ShouldBe(["Zebrafish rules", "Vetëm shqip"]);
        (await portal.FindAsync("zebrafish", "sq")).ShouldBe(["Rregullat e zebrafish", "Vetëm shqip"], ignoreOrder: true);

        var page = await portal.SearchPageAsync("/en/search", "zebrafish");
        var other = page.QuerySelector(".search-others .item")!;
        other.QuerySelector("a")!.GetAttribute("lang").ShouldBe("sq");
        other.QuerySelector("a")!.GetAttribute("href")!.ShouldStartWith("/sq/");
        other.QuerySelector(".item-language")!.TextContent.ShouldBe("Shqip");
        page.QuerySelectorAll("[lang=sq] [lang=sq]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Title_comes_before_body_and_types_are_counted_whichever_is_shown()
    {
        await portal.PublishPageAsync("en", "In the text", "about capybaras and other things");
        await portal.PublishPageAsync("en", "Capybaras", "other things");
        await portal.PublishAsync("PolicyAnalysis", "en", new ContentDocument(new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = "An analysis" }, ["PolicyAnalysis"] = new JsonObject { ["Kind"] = new JsonObject { ["Text"] = "study" }, ["Abstract"] = new JsonObject { ["Text"] = "Of capybaras." } },
            ["Authors"] = new JsonObject { ["ContentItems"] = new JsonArray(new JsonObject { ["ContentItemId"] = "x", ["ContentType"] = "Author", ["Author"] = new JsonObject { ["Name"] = new JsonObject { ["Text"] = "Example Authorovic" } } }) },
        }));
        (await portal.FindAsync("capybaras")).ShouldBe(["Capybaras", "An analysis", "In the text"]);
        (await portal.FindAsync("authorović")).ShouldBe(["An analysis"]);

        var answer = await portal.SearchAsync("capybaras", more: "&type=PolicyAnalysis");
        ((int)answer["total"]!).ShouldBe(1);
        answer["countByType"]!.ToJsonString().ShouldBe("""{"Page":2,"PolicyAnalysis":1}""", StringCompareShould.IgnoreCase);
        var page = await portal.PageAsync("/en/search?q=capybaras&type=PolicyAnalysis");
        page.QuerySelectorAll(".item").Length.ShouldBe(1);
        page.QuerySelectorAll("nav.meta a").Select(a => a.GetAttribute("href")).ShouldBe(["/en/search?q=capybaras", "/en/search?q=capybaras&type=Page"]);
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
    }

    [Fact]
    public async Task Pages_lead_to_one_another_and_end()
    {
        for (var i = 0; i < 12; i++) await portal.PublishPageAsync("en", $"Pangolin {i}", "pangolins");
        var first = await portal.PageAsync("/en/search?q=pangolins");
        first.QuerySelectorAll(".item").Length.ShouldBe(10);
        var second = await portal.PageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        second.QuerySelectorAll(".item").Length.ShouldBe(2);
        first.QuerySelectorAll(".item a").Concat(second.QuerySelectorAll(".item a")).Select(a => a.GetAttribute("href")).Distinct(StringComparer.Ordinal).Count().ShouldBe(12);
        foreach (var beyond in new[] { "3", "0", "-1", "x", "999999999999" })
        {
            using var answer = await portal.Client.AskAsync($"/en/search?q=pangolins&page={beyond}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, beyond);
        }
    }

    [Fact]
    public async Task The_index_can_be_filled_anew_from_what_is_published()
    {
        await using var own = await TestPortal.StartAsync();
        var id = await own.PublishPageAsync("en", "Axolotl", "regrown");
        await own.AsSystemAsync(async s =>
        {
            var index = s.GetRequiredService<ISearchIndex>();
            await index.RemoveAsync(id, CancellationToken.None);
            await index.PutAsync(new("left-over", "left-over", "en", "Page", ["ghost"], [], []), CancellationToken.None);
            return true;
        });
        (await own.FindAsync("axolotl")).ShouldBeEmpty();

        await using var beside = await own.BesideAsync();
        var kept = await beside.AsSystemAsync(s => s.GetRequiredService<RebuildSearchIndex>().RunAsync(TestContext.Current.CancellationToken));
        kept.Value.ShouldBe(await own.ReadAsync(db => db.ContentItems.CountAsync(i => i.PublishedPath != null)));
        (await own.FindAsync("axolotl regrown")).ShouldBe(["Axolotl"]);
        ((int)(await own.SearchAsync("ghost"))["total"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Only_the_portals_owner_fills_the_index_anew() =>
        (await portal.AsAsync("nina", s => s.GetRequiredService<RebuildSearchIndex>().RunAsync(TestContext.Current.CancellationToken))).Problem.ShouldNotBeNull();
}
