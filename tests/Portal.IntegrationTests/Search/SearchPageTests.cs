using System.Net;
using System.Xml.Linq;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Search;

/// <summary>The search as a page and as an address anybody can send anything to.</summary>
public sealed class SearchPageTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    public static TheoryData<string, string> Addresses => new() { { "sq", "/sq/kerko" }, { "sr", "/sr/pretraga" }, { "sr-Latn", "/sr-Latn/pretraga" }, { "bs", "/bs/pretraga" }, { "en", "/en/search" } };

    [Theory, MemberData(nameof(Addresses))]
    public async Task Every_page_leads_to_the_search_of_its_language(string culture, string address)
    {
        var home = await portal.PageAsync($"/{culture}");
        var form = home.QuerySelector("form.site-search")!;
        form.GetAttribute("action").ShouldBe(address);
        form.QuerySelector("input[name=q]").ShouldNotBeNull();

        var page = await portal.PageAsync(address);
        page.QuerySelector("form.site-search").ShouldBeNull();
        page.QuerySelector("form.search-form input[name=q]").ShouldNotBeNull();
        page.QuerySelector("meta[name=robots]").ShouldBeNull();
        page.QuerySelectorAll("link[hreflang]").Length.ShouldBe(5);

        using var guessed = await portal.Client.AskAsync($"/{culture}/search?q=a%20b");
        if (culture != "en") guessed.Headers.Location!.OriginalString.ShouldBe(address + "?q=a%20b");
    }

    [Theory]
    [InlineData("\"* NEAR( ^ OR --")]
    [InlineData("title: foo AND (bar")]
    [InlineData("' OR 1=1; DROP TABLE SearchItem --")]
    [InlineData("NOT NOT AND \"\"\"")]
    [InlineData("{Title} : a* + b")]
    [InlineData("\uFFFD\u202E word \u0000 more")]
    [InlineData("%_%")]
    [InlineData("🙂 🙂")]
    public async Task Signs_of_other_languages_are_only_signs(string words)
    {
        using var answer = await portal.Client.AskAsync($"/en/search?q={Uri.EscapeDataString(words)}");
        ((int)answer.StatusCode).ShouldBeOneOf(200, 400);
        using var json = await portal.Client.AskAsync($"/api/v1/search?q={Uri.EscapeDataString(words)}");
        ((int)json.StatusCode).ShouldBeOneOf(200, 400);
        (await portal.FindAsync("security")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_was_typed_is_text_wherever_it_is_shown_again()
    {
        const string Words = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> security";
        await portal.PublishPageAsync("en", "<b>Bold</b> security & <script>x</script>", "`<img src=x>` security");
        foreach (var words in new[] { Words, "security", Words + new string('a', 300) })
        {
            using var answer = await portal.Client.AskAsync($"/en/search?q={Uri.EscapeDataString(words)}");
            var page = await TestPortal.ParseAsync(answer);
            page.QuerySelectorAll("main script, main img, .item b").ShouldBeEmpty();
            page.QuerySelector("#q")!.GetAttribute("value").ShouldBe(words);
        }
    }

    [Theory]
    [InlineData("sq", "/sq/kerko", "shenja")]
    [InlineData("sr", "/sr/pretraga", "знакова")]
    [InlineData("sr-Latn", "/sr-Latn/pretraga", "znakova")]
    [InlineData("en", "/en/search", "characters")]
    public async Task Too_much_is_refused_in_the_readers_language(string culture, string address, string says)
    {
        using var tooLong = await portal.Client.AskAsync($"{address}?q={new string('a', 201)}");
        tooLong.StatusCode.ShouldBe(HttpStatusCode.BadRequest, culture);
        (await TestPortal.ParseAsync(tooLong)).QuerySelector(".field-error")!.TextContent.ShouldContain(says);
        using var tooMany = await portal.Client.AskAsync($"{address}?q={Uri.EscapeDataString(string.Join(' ', Enumerable.Range(1, 13)))}");
        (await TestPortal.ParseAsync(tooMany)).QuerySelector(".field-error")!.TextContent.ShouldContain("12");
    }

    [Fact]
    public async Task The_API_names_what_is_wrong()
    {
        foreach (var (query, field) in new[] { ("", "q"), ("q=%20", "q"), ("q=a&page=0", "page"), ("q=word&pageSize=51", "pageSize"), ("q=word&culture=xx", "culture"), ("q=word&type=Nothing", "type"), ($"q={new string('a', 201)}", "q") })
        {
            using var answer = await portal.Client.AskAsync("/api/v1/search?" + query);
            (await Asking.ProblemAsync(answer, HttpStatusCode.BadRequest))["errors"]!.AsObject().ContainsKey(field).ShouldBeTrue(query);
        }

        using var beyond = await portal.Client.AskAsync("/api/v1/search?q=security&page=400");
        await Asking.ProblemAsync(beyond, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_search_costs_as_many_commands_whatever_it_finds()
    {
        var few = await CostAsync("/en/search?q=nothinglikethis");
        var many = await CostAsync("/en/search?q=security");
        few.ShouldBeLessThanOrEqualTo(3);
        // One more for each type that shows something of its own under the title: consultations, debates, recommendations, case studies.
        (many - few).ShouldBeLessThanOrEqualTo(4);
        (await CostAsync("/api/v1/search?q=security&pageSize=50")).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Searches_are_not_kept()
    {
        (await portal.SearchPageAsync("/en/search", "okapi")).QuerySelectorAll(".item").ShouldBeEmpty();
        await portal.PublishPageAsync("en", "Okapi", "seen");
        (await portal.SearchPageAsync("/en/search", "okapi")).QuerySelectorAll(".item").Length.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task Browsers_can_take_the_search_into_their_own_field(string culture, string address)
    {
        var page = await portal.PageAsync(address);
        using var answer = await portal.Client.AskAsync(page.QuerySelector("link[rel=search]")!.GetAttribute("href")!);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/opensearchdescription+xml", culture);
        var description = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
        var ns = description.Name.Namespace;
        description.Element(ns + "ShortName")!.Value.Length.ShouldBeInRange(1, 16);
        new Uri(description.Element(ns + "Url")!.Attribute("template")!.Value.Replace("{searchTerms}", "x", StringComparison.Ordinal)).PathAndQuery.ShouldBe(address + "?q=x");
    }

    async Task<int> CostAsync(string path)
    {
        for (var i = 0; ; i++)
        {
            portal.Queries.Reset();
            using var answer = await portal.Client.AskAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            if (i == 1) return portal.Queries.Count;
        }
    }
}
