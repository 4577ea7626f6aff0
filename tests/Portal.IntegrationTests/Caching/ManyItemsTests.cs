using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Caching;

/// <summary>What pages cost the database when there are twenty thousand items of a type.</summary>
public sealed class ManyItemsTests
{
    static readonly string[] Pages =
    [
        "/en", "/en/feed.atom", "/en/analyses", "/en/analyses?theme=theme-small-arms", "/en/analyses/feed.atom", "/en/themes/small-arms-and-light-weapons",
        "/en/case-studies", "/en/case-studies?theme=theme-school-safety", "/en/debates", "/en/debates?status=past", "/en/news", "/en/timeline", "/en/timeline?year=2010", "/en/consultations", "/en/consultations?status=past", "/en/consultations/feed.atom", "/en/organisations", "/en/organisations?kind=member", "/en/municipalities", "/en/search?q=weapons",
        "/en/organisations/aktiv", "/en/recommendations", "/en/recommendations?theme=theme-community-safety", "/sq/analiza", "/api/v1/content?pageSize=100",
    ];

    [Fact]
    public async Task Pages_cost_no_more_commands_at_twenty_thousand_items_than_at_ten()
    {
        await using var portal = await TestPortal.StartAsync();
        var before = await CostsAsync(portal);
        (await portal.MultiplyAsync(20_000)).Problem.ShouldBeNull();
        // Fewer is possible: a page that shows things of fewer types asks fewer modules about them.
        foreach (var (path, cost) in await CostsAsync(portal)) cost.ShouldBeLessThanOrEqualTo(before[path], path);

        foreach (var (list, key) in new[] { ("/en/analyses", "year=2012"), ("/en/recommendations", "year=2012"), ("/en/consultations", "year=2012"), ("/en/organisations", "kind=member") })
        {
            var third = await portal.PageAsync($"{list}?page=3");
            third.QuerySelectorAll("main .item").Length.ShouldBe(20, list);
            third.QuerySelector(".pager a[rel=prev]")!.GetAttribute("href").ShouldBe($"{list}?page=2");
            third.QuerySelector(".pager a[rel=next]")!.GetAttribute("href").ShouldBe($"{list}?page=4");
            (await portal.PageAsync($"{list}?{key}&page=10")).QuerySelectorAll("main .item").Length.ShouldBe(20, list);
            (await portal.PageAsync($"{list}?page=1001")).QuerySelectorAll("main .item").Length.ShouldBeInRange(1, 20, list);
        }
    }

    static async Task<IReadOnlyDictionary<string, int>> CostsAsync(TestPortal portal)
    {
        var costs = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in Pages) costs[path] = await portal.CostAsync(path);
        return costs;
    }
}
