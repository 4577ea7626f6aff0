using System.Text.Json.Nodes;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.CaseStudies;

/// <summary>The filtered list as a file.</summary>
public sealed class DownloadTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Fact]
    public async Task The_files_hold_what_the_list_holds()
    {
        var titles = (await portal.PageAsync("/en/case-studies?kind=measured")).QuerySelectorAll(".item-title").Select(t => t.TextContent.Trim()).ToList();

        using var json = await portal.Client.GetAsync(new Uri("/en/case-studies/download.json?kind=measured", UriKind.Relative));
        var records = JsonNode.Parse(await json.Content.ReadAsStringAsync())!.AsArray();
        records.Select(r => (string)r!["title"]!).ShouldBe(titles);
        ((decimal)records.Single(r => (string)r!["id"]! == "case-stray-dogs")!["budget"]!).ShouldBe(14_800);
        records.ShouldAllBe(r => ((string)r!["url"]!).StartsWith("http", StringComparison.Ordinal));

        using var csv = await portal.Client.GetAsync(new Uri("/en/case-studies/download.csv?kind=measured", UriKind.Relative));
        csv.Content.Headers.ContentDisposition!.FileName!.ShouldContain("case-studies-en.csv");
        (await csv.Content.ReadAsByteArrayAsync()).Take(3).ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = await csv.Content.ReadAsStringAsync();
        lines.ShouldStartWith("Case study,");
        foreach (var title in titles) lines.ShouldContain(title);
    }

    [Theory]
    [InlineData("sq"), InlineData("sr"), InlineData("bs")]
    public async Task A_file_is_in_the_language_of_its_list(string culture)
    {
        using var csv = await portal.Client.GetAsync(new Uri($"/{culture}/case-studies/download.csv", UriKind.Relative));
        (await csv.Content.ReadAsStringAsync()).ShouldNotContain("Case study");
    }

    [Theory]
    [InlineData("?kind=strong"), InlineData("?page=2"), InlineData("?year=many")]
    public async Task A_list_that_does_not_exist_is_not_a_file(string query)
    {
        using var answer = await portal.Client.GetAsync(new Uri($"/en/case-studies/download.csv{query}", UriKind.Relative));
        ((int)answer.StatusCode).ShouldBe(404);
    }
}
