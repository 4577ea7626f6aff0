using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Site;

/// <summary>What readers choose from.</summary>
public sealed class ListsAndHomeTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Theory]
    [InlineData("/en")]
    [InlineData("/sq")]
    public async Task New_things_on_the_home_page_are_of_several_kinds(string home)
    {
        var page = await portal.PageAsync(home);
        var kinds = page.QuerySelectorAll(".home-new .item .meta li:first-child").Select(k => k.TextContent.Trim()).ToList();
        kinds.Count.ShouldBe(6);
        kinds.GroupBy(k => k, StringComparer.Ordinal).ShouldAllBe(k => k.Count() <= 2);
    }

    [Fact]
    public async Task Case_studies_can_be_chosen_by_what_they_cost()
    {
        var all = await portal.PageAsync("/en/case-studies");
        var link = all.QuerySelector(".facet a[href*='band=5000-25000']")!;
        var count = int.Parse(link.ParentElement!.QuerySelector(".count")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);

        var chosen = await portal.PageAsync("/en/case-studies?band=5000-25000");
        chosen.QuerySelectorAll(".item").Length.ShouldBe(count);
        chosen.QuerySelectorAll(".item").Length.ShouldBeLessThan(all.QuerySelectorAll(".item").Length);
        chosen.Title!.ShouldContain("5,000 to 25,000 €");

        (await portal.Client.AskAsync("/en/case-studies?band=much")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_theme_gathers_entries_of_the_timeline_with_as_much_of_the_date_as_is_known_and_they_are_no_news()
    {
        var timeline = await portal.PageAsync("/en/timeline?theme=theme-community-safety");
        var theme = await portal.PageAsync("/en/themes/community-safety");
        var gathered = theme.QuerySelectorAll("section[aria-labelledby=gathered-TimelineEntry] .item");
        gathered.Length.ShouldBe(Math.Min(5, timeline.QuerySelectorAll(".timeline h3").Length));
        gathered.Select(g => g.QuerySelector(".item-when")!.TextContent.Trim()).ShouldContain(when => when.Length == 4, "a year of which no more is known");
        gathered.Select(g => g.QuerySelector("a")!.GetAttribute("href")).ShouldBeSubsetOf(timeline.QuerySelectorAll(".timeline h3 a").Select(a => a.GetAttribute("href")));
        (await (await portal.Client.AskAsync("/en/feed.atom")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("/en/timeline/");
    }

    [Fact]
    public async Task What_is_passed_on_elsewhere_has_a_complete_address_and_a_picture_that_is_no_drawing()
    {
        await portal.AsSystemAsync(s => s.GetRequiredService<UnitOfWork>().RunAsync<Cms.Done>(() =>
        {
            s.GetRequiredService<PortalDb>().Settings.Add(new() { Name = "BaseUrl", Json = "\"https://forum.example\"" });
            s.GetRequiredService<UnitOfWork>().Evict(Tags.Settings);
            return Task.FromResult<Cms.Result<Cms.Done>>(default(Cms.Done));
        }, TestContext.Current.CancellationToken));

        foreach (var path in new[] { "/en", "/en/organisations/aktiv", "/en/case-studies/action-plan-of-shtime" })
        {
            var page = await portal.PageAsync(path);
            page.QuerySelector("meta[property='og:url']")!.GetAttribute("content").ShouldBe("https://forum.example" + path);
            var picture = new Uri(page.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!);
            using var answer = await portal.Client.AskAsync(picture.PathAndQuery);
            (picture.Host, answer.Content.Headers.ContentType!.MediaType).ShouldBe(("forum.example", "image/png"), path);
        }
    }
}
