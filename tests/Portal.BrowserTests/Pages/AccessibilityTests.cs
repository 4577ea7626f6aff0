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
    public async Task No_page_breaks_a_rule_of_WCAG(string culture, ColorScheme colours, int width)
    {
        await using var window = await browsers.OpenAsync(demo.Portal, new()
        {
            Locale = culture, ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = width, Height = 900 },
        });
        var violations = new List<string>();
        await new SiteWalk(demo.Portal, window.Page, culture, async kind => violations.AddRange((await Axe.ViolationsAsync(window.Page)).Select(v => $"{kind}: {v}"))).EverywhereAsync();
        violations.ShouldBeEmpty();
        window.ShouldBeFaultless();
    }
}
