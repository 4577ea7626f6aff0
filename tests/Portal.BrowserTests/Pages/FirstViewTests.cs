using System.Collections.Concurrent;
using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Pages;

public sealed class FirstViewTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    const int LargestView = 150 * 1024, LargestFonts = 70 * 1024;

    [Theory]
    [InlineData("sq")]
    [InlineData("sr")]
    [InlineData("sr-Latn")]
    [InlineData("bs")]
    [InlineData("en")]
    public async Task A_first_view_is_small(string culture)
    {
        foreach (var path in new[] { $"/{culture}", await Demo.PathAsync(demo.Portal, Demo.OpenConsultation, culture), await Demo.PathAsync(demo.Portal, Demo.Analysis, culture) })
        {
            await using var window = await browsers.OpenAsync(demo.Portal);
            var answers = new ConcurrentBag<IResponse>();
            window.Page.Response += (_, answer) => answers.Add(answer);
            await window.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await window.Page.EvaluateAsync("() => document.fonts.ready");

            var sizes = new List<(string Url, int Bytes)>();
            foreach (var answer in answers) sizes.Add((answer.Url, (await answer.Request.SizesAsync()).ResponseBodySize));

            var told = string.Join('\n', sizes.Select(s => $"{s.Bytes} {s.Url}"));
            sizes.Sum(s => s.Bytes).ShouldBeLessThanOrEqualTo(LargestView, told);
            sizes.Where(s => s.Url.EndsWith(".woff2", StringComparison.Ordinal)).Sum(s => s.Bytes).ShouldBeLessThanOrEqualTo(LargestFonts, told);
            window.ShouldBeFaultless();
        }
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
            var pdf = System.Text.Encoding.Latin1.GetString(await window.Page.PdfAsync(new() { Format = "A4" }));
            pages = System.Text.RegularExpressions.Regex.Count(pdf, @"/Type\s*/Page\b", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
        }).CommentAsync();
        pages.ShouldBe(1);
    }
}
