using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Site;

/// <summary>A list by keyboard alone.</summary>
public sealed class ListKeyboardTests(ReadDemo demo, Browsers browsers) : IClassFixture<ReadDemo>
{
    [Theory]
    [InlineData("sr", 390)]
    [InlineData("sq", 1280)]
    public async Task A_list_is_narrowed_down_widened_and_turned_over(string culture, int width)
    {
        await using var window = await browsers.OpenAsync(demo.Portal, new() { Locale = culture, ViewportSize = new() { Width = width, Height = 900 } });
        var (page, keyboard) = (window.Page, new Keyboard(window.Page));
        var list = (await PageTypes.ListsAsync(demo.Portal, culture)).Single(l => l.Kind == "organisations").Path;
        await page.GotoAsync(list);

        // Each is reached by going on from the one before: this is their order.
        await keyboard.ReachAsync(page.Locator(".skip-link"));
        await keyboard.ReachAsync(page.Locator(".site-nav a"));
        var facet = page.Locator(".facet").First;
        await keyboard.ReachAsync(facet.Locator("summary"));
        await keyboard.PressAsync("Enter");
        (await facet.GetAttributeAsync("open")).ShouldNotBeNull();
        await keyboard.FollowAsync(facet.Locator("a"));
        page.Url.ShouldContain("?");

        await keyboard.ReachAsync(facet.Locator("summary"));
        await keyboard.PressAsync("Space");
        (await facet.GetAttributeAsync("open")).ShouldNotBeNull();
        await keyboard.FollowAsync(facet.Locator("a"));
        new Uri(page.Url).PathAndQuery.ShouldBe(list);

        await keyboard.FollowAsync(page.Locator(".pager a[rel=next]"));
        page.Url.ShouldEndWith("?page=2");
        await keyboard.FollowAsync(page.Locator(".pager a[rel=prev]"));
        new Uri(page.Url).PathAndQuery.ShouldBe(list);
        window.ShouldBeFaultless();
    }
}
