using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Pages;

public sealed class AccessibilityTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Theory]
    [InlineData("sq", ColorScheme.Light, 390)]
    [InlineData("sr", ColorScheme.Light, 390)]
    [InlineData("sr-Latn", ColorScheme.Light, 390)]
    [InlineData("bs", ColorScheme.Light, 390)]
    [InlineData("en", ColorScheme.Light, 390)]
    [InlineData("sr", ColorScheme.Dark, 390)]
    [InlineData("en", ColorScheme.Light, 1280)]
    [InlineData("sq", ColorScheme.Dark, 1280)]
    public async Task No_page_breaks_a_rule_of_WCAG_and_each_says_its_language_and_has_a_title_and_one_main_heading(string culture, ColorScheme colours, int width)
    {
        await using var window = await browsers.OpenAsync(demo.Portal, new()
        {
            Locale = culture, ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = width, Height = 900 },
        });
        var violations = new List<string>();
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        await new SiteWalk(demo.Portal, window.Page, culture, async kind =>
        {
            violations.AddRange((await Axe.ViolationsAsync(window.Page)).Select(v => $"{kind}: {v}"));
            (await window.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(Demo.HtmlLang(culture), kind);
            (await window.Page.Locator("h1").CountAsync()).ShouldBe(1, kind);
            (await window.Page.Locator("main").CountAsync()).ShouldBe(1, kind);
            titles[kind] = await window.Page.TitleAsync();
        }).EverywhereAsync();
        violations.ShouldBeEmpty();
        titles.Where(t => t.Value.Length < 6).ShouldBeEmpty();
        // A page with Latin letters only is in Latin, one with Cyrillic only in Cyrillic: no title is left in another language's script.
        titles.Where(t => t.Value.Any(c => c is >= 'Ѐ' and <= 'џ') != (culture == "sr")).ShouldBeEmpty();
        window.ShouldBeFaultless();
    }
}
