using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Portal.Cms.Localization;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Site;

/// <summary>What holds for every page of the site, whatever its type and language.</summary>
public sealed class WholeSiteTests(WholeSite site) : IClassFixture<WholeSite>
{
    const int LargestPage = 150 * 1024;

    [Fact]
    public void Every_page_of_the_sitemap_answers_in_its_language()
    {
        site.Pages.Count.ShouldBeGreaterThan(500);
        None(from page in site.Pages.Values
             let culture = Culture.All.First(c => c.Code == page.Culture)
             where page.Status != HttpStatusCode.OK || page.Document.DocumentElement.GetAttribute("lang") != culture.HtmlLang
             select $"{page.Path}: {page.Status}, lang {page.Document.DocumentElement.GetAttribute("lang")}");
    }

    [Fact]
    public void Every_page_has_one_title_of_its_own_and_says_what_it_is() => None(
        from page in site.Pages.Values
        let headings = page.Document.QuerySelectorAll("main h1").Length
        let description = page.Document.QuerySelector("meta[name=description]")?.GetAttribute("content")
        where headings != 1 || string.IsNullOrWhiteSpace(page.Document.Title) || page.Document.QuerySelector("meta[property='og:title']") is null || string.IsNullOrWhiteSpace(description)
        select $"{page.Path}: {headings} main headings, title '{page.Document.Title}', description '{description}'");

    [Fact]
    public void Each_language_that_a_page_names_names_it_in_turn() => None(
        from page in site.Pages.Values
        from link in page.Document.QuerySelectorAll("link[rel=alternate][hreflang]")
        let there = site.Pages.GetValueOrDefault(link.GetAttribute("href")!)
        where there is null || there.Document.QuerySelectorAll("link[rel=alternate][hreflang]").All(back => back.GetAttribute("href") != page.Path)
        select $"{page.Path} → {link.GetAttribute("href")}: {(there is null ? "is not in the sitemap" : "does not lead back")}");

    [Fact]
    public void The_sitemap_names_the_same_languages_as_the_pages() => None(
        from entry in site.Entries
        from address in entry
        let named = site.Pages[address.Value].Document.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => l.GetAttribute("hreflang")!).Order(StringComparer.Ordinal)
        where !named.SequenceEqual(entry.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal)
        select $"{address.Value}: the page names {string.Join(' ', named)}, the sitemap {string.Join(' ', entry.Keys)}");

    [Fact]
    public void No_page_is_larger_than_a_slow_telephone_should_have_to_load() => None(
        from page in site.Pages.Values
        let size = Encoding.UTF8.GetByteCount(page.Html)
        where size > LargestPage
        select $"{page.Path}: {size} bytes");

    [Fact]
    public async Task No_link_on_any_page_leads_nowhere()
    {
        var untried = from page in site.Pages.Values
                      from link in page.Document.QuerySelectorAll("main a[href^='/']")
                      let path = link.GetAttribute("href")!.Split('#')[0]
                      where !site.Pages.ContainsKey(path)
                      select (Path: path, On: page.Path);
        var broken = new List<string>();
        foreach (var (path, on) in untried.DistinctBy(u => u.Path, StringComparer.Ordinal))
        {
            if (await StatusAsync(path) is var status and not HttpStatusCode.OK) broken.Add($"{path} (on {on}): {status}");
        }

        None(broken);
    }

    /// <summary>A lasting address of a comment leads to the page on which it stands now.</summary>
    async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await site.Portal.Client.AskAsync(path);
        if (response.StatusCode != HttpStatusCode.Found || response.Headers.Location is not { OriginalString: var goal }) return response.StatusCode;
        using var there = await site.Portal.Client.AskAsync(goal.Split('#')[0]);
        return there.StatusCode;
    }

    [Fact]
    public void What_pages_tell_programs_is_well_formed_and_complete() => None(
        from page in site.Pages.Values
        from script in page.Document.QuerySelectorAll("script[type='application/ld+json']")
        from problem in StructuredData.ProblemsOf(JsonNode.Parse(script.TextContent)!)
        select $"{page.Path}: {problem}");

    [Fact]
    public void Pages_of_items_tell_programs_what_they_are() => None(
        from page in site.Pages.Values
        where page.Document.QuerySelectorAll(".breadcrumbs a").Length > 1 && page.Document.QuerySelector("script[type='application/ld+json']") is null
        select page.Path);

    [Fact]
    public void No_page_mixes_languages() => None(
        from page in site.Pages.Values
        from text in LanguageGuess.TextsOf(page.Document.Body!)
        let guess = LanguageGuess.Of(text.Text)
        where guess is not null && !LanguageGuess.IsRight(guess, text.Lang)
        select $"{page.Path}: marked {text.Lang} but looks {guess}: {text.Text[..Math.Min(90, text.Text.Length)]}");

    [Fact]
    public void A_section_without_a_translation_is_named_in_its_place_and_leads_to_those_who_have_it()
    {
        var page = site.Pages["/sr-Latn/konsultacije/smernice-za-oduzetu-imovinu"].Document;
        page.QuerySelectorAll(".toc .n").Select(n => n.TextContent).ShouldBe(["1", "2", "3", "4", "5", ""]);
        page.QuerySelector("#section-3 h2")!.TextContent.ShouldBe("3Ovaj odeljak još nije na ovom jeziku");
        page.QuerySelectorAll("#section-3 a").Select(a => (a.GetAttribute("hreflang"), a.GetAttribute("href")!.Split('#')[1])).ShouldBe([("bs", "section-3"), ("en", "section-3"), ("sq", "section-3")]);
        page.QuerySelectorAll("#section-3 a").ShouldAllBe(a => site.Pages.ContainsKey(a.GetAttribute("href")!.Split('#', StringSplitOptions.None)[0]));
    }

    static void None(IEnumerable<string> problems)
    {
        var found = problems.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, $"{found.Count} in all:\n{string.Join('\n', found.Take(60))}");
    }
}
