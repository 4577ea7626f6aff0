using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Site;

/// <summary>Lists and search are links and forms: they work in a browser that runs no script.</summary>
public sealed class WithoutScriptTests(ReadDemo demo, Browsers browsers) : IClassFixture<ReadDemo>
{
    const string Entry = "main .item, main .timeline h3";

    [Theory]
    [InlineData("sq")]
    [InlineData("sr")]
    public async Task Every_list_can_be_narrowed_down_and_widened_again(string culture)
    {
        await using var window = await OpenAsync(culture);
        var page = window.Page;
        foreach (var (kind, path, filter) in await PageTypes.ListsAsync(demo.Portal, culture))
        {
            if (filter.Length == 0) continue;
            await page.GotoAsync(path);
            var all = await page.Locator(Entry).CountAsync();
            var facet = page.Locator(".facet").First;
            var choice = facet.Locator("a").First;
            await Assertions.Expect(choice).Not.ToBeVisibleAsync();
            await facet.Locator("summary").ClickAsync();
            await choice.ClickAsync();
            page.Url.ShouldContain("?", customMessage: kind);
            (await page.Locator(Entry).CountAsync()).ShouldBeInRange(1, all, kind);

            await page.Locator(".facet:has(summary b) summary").ClickAsync();
            await page.Locator(".facet[open] a").First.ClickAsync();
            new Uri(page.Url).PathAndQuery.ShouldBe(path, kind);
            (await page.Locator(Entry).CountAsync()).ShouldBe(all, kind);
        }
    }

    [Fact]
    public async Task The_second_page_of_a_list_shows_what_the_first_does_not()
    {
        await using var window = await OpenAsync("en");
        var page = window.Page;
        await page.GotoAsync("/en/organisations");
        var first = await page.Locator("main .item-title").AllInnerTextsAsync();
        await page.Locator(".pager a[rel=next]").ClickAsync();
        var second = await page.Locator("main .item-title").AllInnerTextsAsync();
        second.ShouldNotBeEmpty();
        second.Intersect(first, StringComparer.Ordinal).ShouldBeEmpty();
        await page.Locator(".pager a[rel=prev]").ClickAsync();
        (await page.Locator("main .item-title").AllInnerTextsAsync()).ShouldBe(first);
    }

    [Theory]
    [InlineData("sq", "Bujanoc")]
    [InlineData("sr", "Бујановац")]
    [InlineData("sr-Latn", "Bujanovac")]
    public async Task The_search_finds(string culture, string words)
    {
        await using var window = await OpenAsync(culture);
        var page = window.Page;
        await page.GotoAsync(Demo.SearchPath(culture));
        await page.Locator("main form[role=search] input[type=search]").FillAsync(words);
        await page.Locator("main form[role=search] button").ClickAsync();
        (await page.Locator(Entry).CountAsync()).ShouldBePositive();
        await page.Locator("main .item a").First.ClickAsync();
        (await page.Locator("h1").CountAsync()).ShouldBe(1);
    }

    Task<Window> OpenAsync(string culture) => browsers.OpenAsync(demo.Portal, new() { Locale = culture, JavaScriptEnabled = false });
}
