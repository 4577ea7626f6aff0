using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Site;

/// <summary>What holds for every type of page in every culture.</summary>
public sealed class VisitedSiteTests(VisitedSite site) : IClassFixture<VisitedSite>
{
    const int LargestView = 150 * 1024, LargestFonts = 70 * 1024;

    [Fact]
    public void Every_page_answers_and_no_browser_complains()
    {
        None(from page in site.Pages
             let expected = page.Kind is "not found" or "missing translation" ? 404 : 200
             where page.Status != expected
             select $"{page}: {page.Status}");
        site.Faults.ShouldBeEmpty();
        foreach (var culture in Demo.Cultures) site.Pages.Count(p => p.Culture == culture).ShouldBeGreaterThan(45, culture);
    }

    [Fact]
    public void No_page_breaks_a_rule_of_WCAG() => None(from page in site.Pages from violation in page.Violations select $"{page}: {violation}");

    [Fact]
    public void Whatever_can_be_used_is_reached_by_keyboard_in_its_order_and_shows_it() => None(from page in site.Pages from part in page.Unreached select $"{page}: {part}");

    [Fact]
    public void No_page_scrolls_sideways_on_a_narrow_screen() => None(from page in site.Pages from part in page.Sideways select $"{page}: {part}");

    [Fact]
    public void Every_first_view_is_small() => None(
        from page in site.Pages
        let all = page.Transferred.Sum(t => t.Bytes)
        let fonts = page.Transferred.Where(t => t.Address.EndsWith(".woff2", StringComparison.Ordinal)).Sum(t => t.Bytes)
        where all is > LargestView or 0 || fonts > LargestFonts
        select $"{page}: {all} bytes, {fonts} of them fonts\n  {string.Join("\n  ", page.Transferred.OrderByDescending(t => t.Bytes).Take(4).Select(t => $"{t.Bytes} {t.Address}"))}");

    [Fact]
    public async Task Every_page_is_valid_HTML()
    {
        await using var files = new HtmlChecker();
        foreach (var page in site.Pages) files.Add($"{page.Culture} {page.Kind}", page.Html);
        foreach (var (kind, html) in site.Forms) files.Add(kind, html);
        None(await files.ProblemsAsync());
    }

    static void None(IEnumerable<string> problems)
    {
        var found = problems.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, $"{found.Count} in all:\n{string.Join('\n', found.Take(80))}");
    }
}
