using System.Globalization;
using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Pages;

/// <summary>A ministry looks up what is asked of it.</summary>
public sealed class RecommendationTests(ReadDemo demo, Browsers browsers) : IClassFixture<ReadDemo>
{
    const string List = "/sr/preporuke";

    [Fact]
    public async Task By_keyboard_from_the_menu_to_the_own_institution_and_its_file()
    {
        await using var window = await browsers.OpenAsync(demo.Portal);
        var page = window.Page;
        var keyboard = new Keyboard(page);
        await page.GotoAsync("/sr");
        await keyboard.FollowAsync(page.Locator($".site-nav a[href='{List}']"));

        await keyboard.ReachAsync(page.Locator(".facet > summary").First);
        await keyboard.PressAsync("Enter");
        await keyboard.FollowAsync(page.Locator(".facet a[href*='org-example-police']"));
        (await page.Locator(".item").CountAsync()).ShouldBeGreaterThan(0);
        foreach (var addressee in await page.Locator(".rec-to").AllInnerTextsAsync()) addressee.ShouldContain("Полиција Пример");

        await keyboard.ReachAsync(page.Locator("a[href*='download.csv']"));
        var file = await page.RunAndWaitForDownloadAsync(() => keyboard.PressAsync("Enter"));
        file.SuggestedFilename.ShouldBe("recommendations-sr.csv");
        (await File.ReadAllLinesAsync(await file.PathAsync())).Length.ShouldBe(await page.Locator(".item").CountAsync() + 1);
        window.ShouldBeFaultless();
    }

    [Fact]
    public async Task Without_scripts_the_filters_open_and_lead_on()
    {
        await using var window = await browsers.OpenAsync(demo.Portal, new() { JavaScriptEnabled = false });
        await window.Page.GotoAsync("/en/recommendations");
        await window.Page.Locator(".facet > summary", new() { HasText = "Overdue" }).ClickAsync();
        await window.Page.Locator(".facet a", new() { HasText = "Reply overdue" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".rec-status.late").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task The_five_steps_are_readable_and_nothing_sticks_out(int width)
    {
        await using var window = await browsers.OpenAsync(demo.Portal, new() { ViewportSize = new() { Width = width, Height = 900 } });
        foreach (var culture in Demo.Cultures)
        {
            foreach (var set in new[] { Demo.DisputedRecommendation, Demo.RejectedRecommendation, Demo.UnansweredRecommendation })
            {
                await window.Page.GotoAsync(await Demo.PathAsync(demo.Portal, set, culture));
                (await window.Page.Locator(".track > li").CountAsync()).ShouldBe(5);
                (await window.Page.Locator(".track > [aria-current=step]").CountAsync()).ShouldBe(1);
                (await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, string.Create(CultureInfo.InvariantCulture, $"{culture} {set} {width}"));
                (await window.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('.track-word')].filter(w => w.scrollWidth > w.parentElement.clientWidth).length")).ShouldBe(0, culture);
            }
        }
    }
}
