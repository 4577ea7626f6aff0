using System.Text.Json.Nodes;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.CaseStudies;

/// <summary>The pages of case studies on the demo content.</summary>
public sealed class CaseStudyPageTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Theory]
    [InlineData("/en/case-studies"), InlineData("/sq/praktika-te-mira"), InlineData("/sr/dobre-prakse"), InlineData("/sr-Latn/dobre-prakse"), InlineData("/bs/dobre-prakse")]
    public async Task Every_case_study_of_a_language_has_a_page_with_its_steps_and_results(string list)
    {
        var entries = (await portal.PageAsync(list)).QuerySelectorAll(".item-title a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith(list, StringComparison.Ordinal)).ToList();
        entries.Count.ShouldBeGreaterThan(5);
        foreach (var entry in entries)
        {
            var page = await portal.PageAsync(entry);
            page.QuerySelectorAll(".cycle > li").Length.ShouldBe(5, entry);
            page.QuerySelectorAll(".chain > li").Length.ShouldBeGreaterThan(0, entry);
            foreach (var chart in page.QuerySelectorAll(".result-chart")) chart.GetAttribute("aria-label").ShouldNotBeNullOrWhiteSpace();
            foreach (var picture in page.QuerySelectorAll(".picture img")) picture.GetAttribute("alt").ShouldNotBeNullOrWhiteSpace();
            ((string)JsonNode.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent)!["headline"]!).ShouldBe(page.QuerySelector("h1")!.TextContent);
        }
    }

    [Fact]
    public async Task What_is_drawn_stands_in_the_table_too()
    {
        var figure = (await portal.PageAsync("/en/case-studies/stray-dogs-example-municipality")).QuerySelectorAll(".indicator").First(f => f.QuerySelector(".result-chart") is not null);
        var table = figure.QuerySelectorAll("table td.number").Select(c => c.TextContent).ToList();
        foreach (var label in figure.QuerySelectorAll(".result-chart text").Where(t => t.ParentElement!.ClassName != "day")) table.ShouldContain(cell => cell == label.TextContent.Replace("target ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_is_filtered_by_the_strength_of_the_evidence()
    {
        var all = (await portal.PageAsync("/en/case-studies")).QuerySelectorAll(".item").Length;
        var page = await portal.PageAsync("/en/case-studies?kind=measured");
        page.QuerySelectorAll(".item").Length.ShouldBeInRange(1, all - 1);
        page.QuerySelectorAll(".item").ShouldAllBe(i => i.TextContent.Contains("Measured before and after"));
        page.QuerySelector(".facet summary")!.TextContent.ShouldStartWith("Evidence");
    }

    [Fact]
    public async Task Chosen_ones_stand_side_by_side_without_a_script()
    {
        var list = await portal.PageAsync("/en/case-studies");
        var form = list.QuerySelector("form#compare")!;
        var chosen = list.QuerySelectorAll("input[name=ids][form=compare]").Take(4).Select(i => i.GetAttribute("value")!).ToList();

        var page = await portal.PageAsync($"{form.GetAttribute("action")}?{string.Join('&', chosen.Select(c => $"ids={c}"))}");
        page.QuerySelectorAll(".comparison thead th").Length.ShouldBe(3);
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
    }

    [Theory]
    [InlineData("/en/case-studies/compare"), InlineData("/sq/praktika-te-mira/compare?ids=nobody"), InlineData("/sr-Latn/dobre-prakse/compare?ids=&ids=case-stray-dogs")]
    public async Task Comparing_less_than_two_says_what_to_do(string path) => (await portal.PageAsync(path)).QuerySelector(".empty").ShouldNotBeNull();

    [Theory]
    [InlineData("CostBand", "under-5000", "CaseStudy.CostBand")]
    [InlineData("CostBand", "cheap", "CaseStudy.CostBand")]
    [InlineData("EvidenceStrength", "strong", "CaseStudy.EvidenceStrength")]
    public async Task Words_that_do_not_fit_are_refused(string field, string value, string named) =>
        (await RefusedAsync(content => content["CaseStudy"]![field] = new JsonObject { ["Text"] = value })).ShouldContain(f => f == named);

    [Fact]
    public async Task Numbers_that_cannot_be_read_are_refused_with_the_name_of_the_indicator() =>
        (await RefusedAsync(content => content["Indicators"]!["ContentItems"]![0]!["Indicator"]!["Values"] = new JsonObject { ["Values"] = new JsonArray("2024-12-31 8,6") })).ShouldContain(f => f == "Indicators.Values");

    [Fact]
    public async Task Nobody_finds_more_locally_than_there_was() =>
        (await RefusedAsync(content => content["CaseStudy"]!["MatchFunding"] = new JsonObject { ["Value"] = 99_999 })).ShouldContain(f => f == "CaseStudy.MatchFunding");

    async Task<IEnumerable<string>> RefusedAsync(Action<JsonObject> change) =>
        (await portal.AsSystemAsync(s => Editing.SaveAsync(s, "case-stray-dogs-en", change))).Problem!.Errors.Select(e => e.Field);
}
