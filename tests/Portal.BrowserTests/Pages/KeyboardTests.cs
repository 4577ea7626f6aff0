using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Pages;

public sealed class KeyboardTests(ReadDemo demo, Browsers browsers) : IClassFixture<ReadDemo>
{
    [Fact]
    public async Task The_first_stop_leads_past_the_menus()
    {
        await using var window = await browsers.OpenAsync(demo.Portal);
        var page = window.Page;
        await page.GotoAsync("/sq");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("() => document.activeElement.className")).ShouldBe("skip-link");
        await Assertions.Expect(page.Locator(".skip-link")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("sr", 390)]
    [InlineData("en", 1280)]
    public async Task The_focus_can_be_seen_and_goes_down_the_page(string culture, int width)
    {
        await using var window = await browsers.OpenAsync(demo.Portal, new() { ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = window.Page;
        await page.GotoAsync(await Demo.PathAsync(demo.Portal, Demo.OpenConsultation, culture));

        var stops = new List<string>();
        while (stops.Count < 120)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string>("""
                () => {
                  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
                  if (e === document.body) return 'end';
                  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
                  const name = `${all.indexOf(e)} ${e.tagName} ${e.textContent.trim().slice(0, 30)}`;
                  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return `✗ ${name} has no outline`;
                  if (box.bottom < 0 || box.top > innerHeight || box.width < 1) return `✗ ${name} is out of sight`;
                  return name;
                }
                """);
            if (stop == "end") break;
            stop.ShouldNotStartWith("✗", customMessage: page.Url);
            stops.Add(stop);
        }

        // The order of the document is the order of the keyboard.
        var order = stops.Select(s => int.Parse(s.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        order.ShouldBe(order.Order());
        order.Count.ShouldBeGreaterThan(30);
    }
}
