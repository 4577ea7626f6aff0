using System.Text;
using System.Text.RegularExpressions;
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
    public async Task A_receipt_prints_on_one_page(string culture)
    {
        await using var window = await browsers.OpenAsync(demo.Portal, new() { ViewportSize = Sizes.Desk });
        var pages = 0;
        await new SiteWalk(demo.Portal, window.Page, culture, async kind =>
        {
            if (kind != "receipt") return;
            var pdf = Encoding.Latin1.GetString(await window.Page.PdfAsync(new() { Format = "A4" }));
            pages = Regex.Count(pdf, @"/Type\s*/Page\b", RegexOptions.None, TimeSpan.FromSeconds(5));
        }).CommentAsync();
        pages.ShouldBe(1);
    }
}
