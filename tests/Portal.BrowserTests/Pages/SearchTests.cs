using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Pages;

public sealed class SearchTests(ReadDemo demo, Browsers browsers) : IClassFixture<ReadDemo>
{
    /// <summary>Where the search stands, and a word of the demo content as people type it without the right keyboard.</summary>
    public static TheoryData<string, string, string> Searches => new()
    {
        { "sq", "/sq/kerko", "bashkesi" }, { "sr", "/sr/pretraga", "oruzje" }, { "sr-Latn", "/sr-Latn/pretraga", "оружје" }, { "bs", "/bs/pretraga", "oruzje" }, { "en", "/en/search", "weapons" },
    };

    [Theory, MemberData(nameof(Searches))]
    public async Task Somebody_with_a_keyboard_alone_and_no_script_finds_a_text(string culture, string address, string word)
    {
        await using var window = await browsers.OpenAsync(demo.Portal, new() { JavaScriptEnabled = false, ViewportSize = Sizes.Desk });
        var page = window.Page;
        await page.GotoAsync($"/{culture}");
        await page.Locator(".site-search input").FocusAsync();
        await page.Keyboard.InsertTextAsync(word);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains($"{address}?q=", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".item mark").First).ToBeVisibleAsync();
        (await page.Locator(".item:not(.search-others .item) [lang]").CountAsync()).ShouldBe(0);

        var title = await page.Locator(".item-title a").First.TextContentAsync();
        await page.Locator(".item-title a").First.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("?q=", StringComparison.Ordinal));
        (await page.Locator("h1").TextContentAsync())!.Trim().ShouldBe(title!.Trim());
        window.ShouldBeFaultless();
    }

    [Fact]
    public async Task On_a_telephone_the_masthead_has_a_word_that_leads_to_the_search_page()
    {
        await using var window = await browsers.OpenAsync(demo.Portal, new() { JavaScriptEnabled = false, ViewportSize = Sizes.Phone });
        await window.Page.GotoAsync("/sq");
        await window.Page.Locator(".site-search button").ClickAsync();
        await Assertions.Expect(window.Page.Locator("main form[role=search] input[type=search]")).ToBeVisibleAsync();
        window.ShouldBeFaultless();
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task No_search_breaks_a_rule_of_WCAG_or_leaves_the_screen(int width, ColorScheme colours)
    {
        await using var window = await browsers.OpenAsync(demo.Portal, new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = width, Height = 900 } });
        var violations = new List<string>();
        foreach (var path in new[] { "/sq/kerko", "/sr/pretraga?q=oruzje", "/sr-Latn/pretraga?q=security", "/bs/pretraga?q=nistaovakvo", $"/en/search?q={new string('w', 201)}", "/en/search?q=community", "/en/search?q=zajednica&type=Page" })
        {
            await window.Page.GotoAsync(path);
            violations.AddRange((await Axe.ViolationsAsync(window.Page)).Select(v => $"{path}: {v}"));
            (await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, path);
        }

        violations.ShouldBeEmpty();
        window.ShouldBeFaultless();
    }
}
