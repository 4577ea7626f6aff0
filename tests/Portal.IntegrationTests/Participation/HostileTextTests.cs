using AngleSharp.Dom;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;

namespace Portal.IntegrationTests.Participation;

/// <summary>What a citizen typed is text on every page that shows it, and never part of the page.</summary>
public sealed class HostileTextTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    const string Hostile = "<script>alert('own1')</script><img src=x onerror=alert(1)><a href=\"javascript:alert(2)\">own1</a> [own1](javascript:alert(3)) \"'><svg/onload=alert(4)> https://evil.example/own1";
    const string Path = "/en/consultations/community-safety-action-plan";

    readonly TestPortal portal = shared.Portal;

    [Fact]
    public async Task Hostile_words_are_shown_as_they_were_typed_on_the_public_page_and_do_nothing()
    {
        await new ApiGuest(portal).ReceiptAsync(Hostile, ("displayName", "<b onclick=x>Name</b>"), ("onBehalfOf", "\"><script>org</script>"));
        await (await Moderator.Async(portal)).DecideAsync(Hostile, "publish");

        var page = await portal.PageAsync(Path);
        var comment = page.QuerySelectorAll(".comment").Single(c => c.TextContent.Contains("own1", StringComparison.Ordinal));
        comment.QuerySelector(".comment-text")!.TextContent.Trim().ShouldBe(Hostile);
        comment.QuerySelector(".who")!.TextContent.ShouldBe("<b onclick=x>Name</b>");
        comment.TextContent.ShouldContain("\"><script>org</script>");
        comment.QuerySelectorAll("script, img, svg, b").ShouldBeEmpty();
        comment.QuerySelector(".comment-text")!.QuerySelectorAll("a").ShouldBeEmpty();
        Harmless(page);
    }

    [Fact]
    public async Task Hostile_words_do_nothing_on_the_check_page_the_receipt_and_the_moderators_pages()
    {
        var citizen = new Participant(portal, "en");
        var check = await citizen.CheckAsync(Hostile + " second");
        Harmless(check);
        using var wrong = await citizen.SendAsync(check, ("displayName", "\"><script>x</script>"), ("email", "\" onfocus=alert(1) x=\""));
        Harmless(await TestPortal.ParseAsync(wrong));
        using var sent = await citizen.SendAsync(check, ("displayName", "\"><script>x</script>"));
        Harmless(await TestPortal.ParseAsync(sent));
        using var receipt = await citizen.AskReceiptAsync("\"><script>alert(1)</script>");
        Harmless(await TestPortal.ParseAsync(receipt));

        var moderator = await portal.SignedInAsync("arta");
        var queue = await portal.PageAsync("/admin/moderation", moderator);
        queue.Body!.TextContent.ShouldContain("own1</a> [own1]");
        Harmless(queue);
        foreach (var link in queue.QuerySelectorAll("a[href^='/admin/moderation/']")) Harmless(await portal.PageAsync(link.GetAttribute("href")!, moderator));
    }

    [Fact]
    public async Task An_address_that_was_asked_for_does_nothing_on_the_error_page()
    {
        using var answer = await portal.Client.AskAsync("/en/<script>alert(1)</script>?x=\"><script>alert(2)</script>");
        Harmless(await TestPortal.ParseAsync(answer));
    }

    static void Harmless(AngleSharp.Html.Dom.IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script:not([type='application/ld+json'])")) script.GetAttribute("src").ShouldNotBeNullOrEmpty();
        foreach (var attribute in page.All.SelectMany(e => e.Attributes.AsEnumerable()))
        {
            attribute.Name.ShouldNotStartWith("on");
            if (attribute.Name is "href" or "src" or "action") attribute.Value.Trim().ShouldNotStartWith("javascript:", Case.Insensitive);
            (attribute.Name is "style").ShouldBeFalse();
        }
    }
}
