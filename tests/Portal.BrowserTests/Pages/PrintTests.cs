using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Pages;

public sealed class PrintTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
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
