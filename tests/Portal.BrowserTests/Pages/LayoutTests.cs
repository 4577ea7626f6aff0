using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Pages;

public sealed class LayoutTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Theory]
    [InlineData("sq", 320, 1)]
    [InlineData("sr", 320, 1)]
    [InlineData("sr", 640, 2)]
    public async Task No_page_scrolls_sideways_on_a_narrow_screen_or_at_twice_the_size(string culture, int width, float density)
    {
        await using var window = await browsers.OpenAsync(demo.Portal, new() { Locale = culture, DeviceScaleFactor = density, ViewportSize = new() { Width = width, Height = 640 } });
        var wide = new List<string>();
        await new SiteWalk(demo.Portal, window.Page, culture, async kind => wide.AddRange((await window.Page.EvaluateAsync<string[]>(Layout.Overflow)).Select(e => $"{kind}: {e}"))).EverywhereAsync();
        wide.ShouldBeEmpty();
        window.ShouldBeFaultless();
    }

    [Theory]
    [InlineData("sq")]
    [InlineData("sr")]
    [InlineData("sr-Latn")]
    [InlineData("bs")]
    [InlineData("en")]
    public async Task Every_page_says_its_language_and_has_a_title_and_one_main_heading(string culture)
    {
        await using var window = await browsers.OpenAsync(demo.Portal, new() { Locale = culture });
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        await new SiteWalk(demo.Portal, window.Page, culture, async kind =>
        {
            (await window.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(Demo.HtmlLang(culture), kind);
            (await window.Page.Locator("h1").CountAsync()).ShouldBe(1, kind);
            (await window.Page.Locator("main").CountAsync()).ShouldBe(1, kind);
            titles[kind] = await window.Page.TitleAsync();
        }).EverywhereAsync();
        titles.Where(t => t.Value.Length < 6).ShouldBeEmpty();
        // A page with Latin letters only is in Latin, one with Cyrillic only in Cyrillic: no title is left in another language's script.
        titles.Where(t => t.Value.Any(c => c is >= 'Ѐ' and <= 'џ') != (culture == "sr")).ShouldBeEmpty();
    }
}
