using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Content.Actions;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Contents;

/// <summary>The first page behind the sign-in.</summary>
public sealed class DashboardTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Theory]
    [InlineData("nina", "My drafts", "Consultations and their queues", "Overdue recommendations", "Coming debates")]
    [InlineData("fiq", "My drafts", "Overdue recommendations", "Debates of your organisation to come")]
    [InlineData("tara", "My drafts")]
    [InlineData("arta", "Consultations and their queues")]
    public async Task Each_role_sees_only_what_concerns_it(string user, params string[] panels)
    {
        var page = await portal.PageAsync("/admin", await portal.SignedInAsync(user));
        var shown = page.QuerySelectorAll(".panel h3").Select(h => h.TextContent).ToList();
        foreach (var panel in panels) shown.ShouldContain(panel);
        string[] known = ["My drafts", "Consultations and their queues", "Overdue recommendations", "Coming debates", "Debates of your organisation to come", "What your institution still owes"];
        shown.Intersect(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(panels.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_menu_has_headings_shows_what_each_may_open_and_marks_where_one_is()
    {
        async Task<List<(string Heading, List<string> Links)>> MenuAsync(string user, string path)
        {
            var nav = (await portal.PageAsync(path, await portal.SignedInAsync(user))).QuerySelector("#rail-menu nav")!;
            return [.. nav.QuerySelectorAll("ul").Select(ul => (nav.QuerySelector($"#{ul.GetAttribute("aria-labelledby") ?? "none"}")?.TextContent ?? "", ul.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ToList()))];
        }

        var all = await MenuAsync("admin", "/admin");
        all.Select(g => g.Heading).ShouldBe(["", "Editorial", "Taking part", "Structure", "People", "The site"]);
        all.ShouldAllBe(g => g.Links.Count <= 7);
        (await MenuAsync("arta", "/admin")).Select(g => g.Heading).ShouldBe(["", "Taking part"]);
        foreach (var (user, rest) in new[] { ("admin", all), ("fiq", await MenuAsync("fiq", "/admin")) })
        {
            foreach (var href in rest.SelectMany(g => g.Links))
            {
                var page = await portal.PageAsync(href, await portal.SignedInAsync(user));
                page.QuerySelectorAll("#rail-menu [aria-current]").ShouldHaveSingleItem($"{user} {href}").GetAttribute("href").ShouldBe(href);
            }
        }
    }

    [Fact]
    public async Task A_queue_waits_for_a_moderator_and_is_good_to_know_for_a_network_editor()
    {
        (await HeadOfAsync("arta", "Consultations and their queues")).ShouldBe("Waiting for you");
        (await HeadOfAsync("nina", "Consultations and their queues")).ShouldBe("Good to know");
    }

    [Fact]
    public async Task A_draft_stands_there_for_whoever_wrote_it_until_it_is_public()
    {
        var nina = await portal.SignedInAsync("nina");
        (await portal.PageAsync("/admin", nina)).QuerySelectorAll(".panel").Single(p => p.QuerySelector("h3")!.TextContent == "My drafts").TextContent.ShouldContain("stands here");
        var id = (await portal.AsAsync("nina", s => s.GetRequiredService<CreateContentItem>().RunAsync(new("Article", "en", Editing.Text("Begun by Nina")), TestContext.Current.CancellationToken))).Value.ContentItemId;
        (await portal.PageAsync("/admin", nina)).QuerySelector($".panel a[href='/admin/content/{id}']")!.TextContent.ShouldBe("Begun by Nina");
        (await portal.PageAsync("/admin", await portal.SignedInAsync("tara"))).QuerySelector($"a[href='/admin/content/{id}']").ShouldBeNull();
        await portal.PublishAsync(id);
        (await portal.PageAsync("/admin", nina)).QuerySelector($"a[href='/admin/content/{id}']").ShouldBeNull();
    }

    async Task<string> HeadOfAsync(string user, string panel) =>
        (await portal.PageAsync("/admin", await portal.SignedInAsync(user))).QuerySelectorAll(".panel").Single(p => p.QuerySelector("h3")!.TextContent == panel).ParentElement!.QuerySelector("h2")!.TextContent;
}
