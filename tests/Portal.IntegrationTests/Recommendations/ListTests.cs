using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;
using Portal.Recommendations.Models;

namespace Portal.IntegrationTests.Recommendations;

/// <summary>The list that ministries come for: filters, counts, files, and what it costs.</summary>
public sealed class ListTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/en/recommendations")]
    [InlineData("/sr/preporuke?addressee=org-example-ministry")]
    [InlineData("/bs/preporuke?status=implemented")]
    [InlineData("/sq/rekomandime?overdue=reply")]
    public async Task Every_count_beside_a_filter_is_the_length_of_the_list_behind_it(string path)
    {
        var page = await portal.PageAsync(path);
        var links = page.QuerySelectorAll(".facet li").Where(l => l.QuerySelector("a[rel=nofollow]") is not null).ToList();
        links.ShouldNotBeEmpty();
        foreach (var link in links)
        {
            var behind = await portal.PageAsync(link.QuerySelector("a")!.GetAttribute("href")!);
            behind.QuerySelectorAll(".item").Length.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(link.QuerySelector(".count")!.TextContent, link.TextContent);
        }
    }

    [Theory]
    [InlineData("?status=done")]
    [InlineData("?overdue=yes")]
    [InlineData("?verdict=confirmed&verdict=disputed")]
    [InlineData("?page=99")]
    [InlineData("?page=0")]
    [InlineData("?year=x")]
    public async Task A_list_that_cannot_exist_is_not_found_and_not_kept(string query)
    {
        (await portal.Client.AskAsync("/en/recommendations" + query)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        if (!query.Contains("page=99", StringComparison.Ordinal)) (await portal.Client.AskAsync("/en/recommendations/download.csv" + query)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_and_a_page_cost_as_many_commands_with_three_hundred_more()
    {
        await using var own = await TestPortal.StartAsync();
        var (list, page) = (await CostAsync(own, "/en/recommendations"), await CostAsync(own, "/en/recommendations/council-notes-within-ten-days"));
        list.ShouldBeLessThanOrEqualTo(4);
        page.ShouldBeLessThanOrEqualTo(7);
        await AddAsync(own, 300);
        (await CostAsync(own, "/en/recommendations")).ShouldBe(list);
        (await CostAsync(own, "/en/recommendations?page=3&status=issued")).ShouldBeLessThanOrEqualTo(list);
        (await CostAsync(own, "/en/recommendations/council-notes-within-ten-days")).ShouldBe(page);
    }

    [Fact]
    public async Task A_file_holds_the_whole_list_and_no_formula()
    {
        await using var own = await TestPortal.StartAsync();
        await AddAsync(own, 30, "=HYPERLINK(\"https://evil.example\";\"Look\")");
        using var answer = await own.Client.AskAsync("/en/recommendations/download.csv?organisation=org-aktiv");
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("recommendations-en.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(31);
        lines[0].ShouldStartWith("Recommendation,Addressed to,Asked by,The institution says,");
        lines.Skip(1).ShouldAllBe(l => l.StartsWith("\"'=HYPERLINK(", StringComparison.Ordinal));
        lines[1].ShouldContain("http://localhost/en/recommendations/");
    }

    [Fact]
    public async Task Files_speak_the_readers_language()
    {
        (await portal.Client.TextAsync("/sr/recommendations/download.csv?status=rejected")).ShouldContain(",Одбијена,");
        (await portal.Client.TextAsync("/sr-Latn/recommendations/download.csv?status=rejected")).ShouldContain(",Odbijena,");
        (await portal.Client.TextAsync("/sq/recommendations/download.csv?status=rejected")).ShouldContain(",I refuzuar,");
    }

    [Fact]
    public async Task The_JSON_file_and_the_API_say_the_same()
    {
        var file = JsonNode.Parse(await portal.Client.TextAsync("/bs/recommendations/download.json?addressee=org-example-police"))!.AsArray();
        var api = await portal.Client.ObjectAsync("/api/v1/recommendations?addressee=org-example-police&culture=bs&pageSize=100");
        ((int)api["total"]!).ShouldBe(file.Count);
        JsonNode.DeepEquals(api["items"], file).ShouldBeTrue();
        file.ShouldAllBe(r => r!["addressees"]!.AsArray().Any(a => (string?)a!["id"] == "org-example-police"));
    }

    [Fact]
    public async Task The_API_gives_the_whole_history_and_names_what_is_wrong_with_a_question()
    {
        var one = await portal.Client.ObjectAsync("/api/v1/recommendations/rec-02-sq?culture=en");
        one["history"]!.AsArray().Select(e => (string?)e!["value"]).ShouldBe(["acknowledged", "accepted", "in-progress", "implemented", "disputed"]);
        ((string?)one["recommendation"]!["id"]).ShouldBe("rec-02");
        await Asking.ProblemAsync(await portal.Client.AskAsync("/api/v1/recommendations?status=done"), HttpStatusCode.BadRequest);
        await Asking.ProblemAsync(await portal.Client.AskAsync("/api/v1/recommendations?pageSize=1000"), HttpStatusCode.BadRequest);
        await Asking.ProblemAsync(await portal.Client.AskAsync("/api/v1/recommendations/nowhere"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_reply_becomes_overdue_by_itself_at_midnight_of_the_site()
    {
        await using var own = await TestPortal.StartAsync();
        var silent = await own.ReadAsync(db => db.RecommendationStates.AsNoTracking().Where(s => s.Status == InstitutionStatus.Issued).OrderByDescending(s => s.Issued).FirstAsync(Cancel));
        var path = "/en/" + await own.ReadAsync(db => db.ContentItems.Where(i => i.LocalizationSet == silent.LocalizationSet && i.Culture == "en").Select(i => i.PublishedPath).SingleAsync(Cancel));
        // Central European summer time: the day ends at 22:00 UTC.
        var end = silent.Issued.AddDays(30).ToDateTime(new(22, 0), DateTimeKind.Utc);
        own.Clock.Set(end.AddMinutes(-1));
        (await own.PageAsync(path)).QuerySelector(".rec-wait.late").ShouldBeNull();
        own.Clock.Set(end.AddMinutes(1));
        (await own.PageAsync(path)).QuerySelector(".rec-wait.late").ShouldNotBeNull();
    }

    [Fact]
    public async Task Other_pages_show_what_concerns_them()
    {
        (await portal.PageAsync("/en")).QuerySelectorAll(".home-owed .owed-list > li").Length.ShouldBeInRange(1, 3);
        var institution = await portal.PageAsync("/en/organisations/example-municipality");
        institution.QuerySelector(".asked-of .rec-sum")!.TextContent.ShouldContain("recommendations are addressed to it:");
        institution.QuerySelector(".asked-of .list-foot a")!.GetAttribute("href").ShouldBe("/en/recommendations?addressee=org-example-municipality");
        (await portal.PageAsync("/en/analyses/small-arms-trust-and-consultation")).QuerySelector("#recommended").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_feed_is_offered_where_it_knows_the_filters()
    {
        var feed = (await portal.PageAsync("/en/recommendations?addressee=org-example-police")).QuerySelector("a[type='application/atom+xml']")!.GetAttribute("href")!;
        var entries = System.Xml.Linq.XDocument.Parse(await portal.Client.TextAsync(feed)).Descendants().Count(e => e.Name.LocalName == "entry");
        entries.ShouldBe((await portal.PageAsync("/en/recommendations?addressee=org-example-police")).QuerySelectorAll(".item").Length);
        (await portal.PageAsync("/en/recommendations?status=issued")).QuerySelector("a[type='application/atom+xml']").ShouldBeNull();
    }

    static async Task<int> CostAsync(TestPortal portal, string path)
    {
        for (var i = 0; ; i++)
        {
            portal.Queries.Reset();
            using var answer = await portal.Client.AskAsync(path, ("Authorization", "Uncached"));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            if (i == 1) return portal.Queries.Count;
        }
    }

    static async Task AddAsync(TestPortal portal, int number, string title = "The Example Police Directorate should answer.")
    {
        var added = await portal.AsSystemAsync(s => s.GetRequiredService<UnitOfWork>().RunAsync<Done>(async () =>
        {
            var import = s.GetRequiredService<ImportContentItem>();
            for (var i = 0; i < number; i++)
            {
                var item = new ContentDocument().Apply(new TitlePart { Title = $"{title} {i}" }).Apply(new AutoroutePart { Path = $"en/recommendations/many-{i}" }).Apply(new LocalizationPart { LocalizationSet = $"many-{i}", Culture = "en" })
                    .Apply(new OrganisationPart { Organisation = new() { LocalizationSets = ["org-aktiv"] } })
                    .Apply(new Recommendation { Addressees = new() { LocalizationSets = ["org-example-police"] }, Issued = new() { Value = new(2026, 6, 1) } }).Content;
                (item["ContentItemId"], item["ContentType"], item["Latest"], item["Published"]) = ($"many-{i}", "Recommendation", true, true);
                if ((await import.RunAsync(item, Cancel)).Problem is { } problem) return problem;
            }

            return default(Done);
        }, Cancel));
        added.Problem.ShouldBeNull();
    }
}
