using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;

namespace Portal.IntegrationTests.Api;

/// <summary>The API as it was promised: names of fields, limits, forms of refusals.</summary>
public sealed class ContractTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Fact]
    public async Task The_content_list_has_the_fields_it_was_promised_with()
    {
        var list = await portal.Client.ObjectAsync("/api/v1/content?type=Consultation&culture=sq&page=1&pageSize=1");
        list.Select(p => p.Key).ShouldBe(["items", "page", "pageSize", "total"], ignoreOrder: true);
        var item = list["items"]!.AsArray().Single()!.AsObject();
        item.Select(p => p.Key).ShouldBe(["contentItemId", "localizationSet", "contentType", "displayText", "culture", "path", "publishedUtc", "phase"], ignoreOrder: true);
        ((string)item["path"]!).ShouldStartWith("/sq/konsultime/");
        ((int)list["total"]!).ShouldBe(4);
        using var page = await portal.Client.AskAsync((string)item["path"]!);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_item_has_the_same_fields_and_its_parts()
    {
        var item = await portal.Client.ObjectAsync("/api/v1/content/consultation-safety-action-plan-sq?culture=en");
        item.Select(p => p.Key).ShouldBe(["contentItemId", "localizationSet", "contentType", "displayText", "culture", "path", "publishedUtc", "phase", "parts"], ignoreOrder: true);
        ((string)item["contentItemId"]!).ShouldBe("consultation-safety-action-plan-en");
        item["parts"]!["TitlePart"]!["Title"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_consultation_has_the_fields_it_was_promised_with()
    {
        var consultation = await portal.Client.ObjectAsync($"/api/v1/consultations/{Participant.OpenConsultation}-sr?culture=sr-Latn");
        foreach (var name in new[] { "phase", "opensUtc", "closesUtc", "zone", "consentVersion", "sections" }) consultation.ContainsKey(name).ShouldBeTrue(name);
        ((string)consultation["phase"]!).ShouldBe("open");
        ((string)consultation["zone"]!).ShouldBe("Europe/Belgrade");
        consultation["sections"]!.AsArray().Select(s => (int)s!["number"]!).ShouldBe(Enumerable.Range(1, 7));
        consultation["sections"]![0]!.AsObject().Select(p => p.Key).ShouldBe(["sectionId", "number", "heading", "body", "commentCount"], ignoreOrder: true);
        consultation.ToJsonString().ShouldNotContain("Konsultimi");
        ((string)consultation["closesUtc"]!).ShouldEndWith("Z");
    }

    [Fact]
    public async Task Sending_a_comment_answers_201_with_receipt_and_state_and_the_receipt_answers_its_state()
    {
        using var sent = await new ApiGuest(portal).SendAsync("About the contract.");
        sent.StatusCode.ShouldBe(HttpStatusCode.Created);
        sent.Headers.Location.ShouldBeNull();
        var outcome = await TestPortal.JsonAsync(sent);
        outcome.Select(p => p.Key).ShouldBe(["receipt", "state"], ignoreOrder: true);
        ((string)outcome["state"]!).ShouldBe("queued");
        ((string)(await portal.Client.ObjectAsync($"/api/v1/receipts/{outcome["receipt"]}"))["state"]!).ShouldBe("queued");
    }

    [Theory]
    [InlineData("sq", "konsultim")]
    [InlineData("sr", "консултациј")]
    [InlineData("sr-Latn", "konsultacij")]
    [InlineData("en-GB,en;q=0.9", "no such consultation")]
    public async Task A_refusal_is_in_the_callers_language(string language, string words)
    {
        using var answer = await portal.Client.AskAsync("/api/v1/consultations/nowhere", ("Accept-Language", language));
        ((string)(await Asking.ProblemAsync(answer, HttpStatusCode.NotFound))["title"]!).ShouldContain(words, Case.Insensitive);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("pageSize=101")]
    [InlineData("page=101&pageSize=100")]
    [InlineData("page=x")]
    [InlineData("culture=xx")]
    [InlineData("type=Nothing")]
    [InlineData("page=99999999999999999999")]
    public async Task The_content_list_refuses_what_is_beyond_its_limits_and_names_the_field(string query)
    {
        using var answer = await portal.Client.AskAsync($"/api/v1/content?{query}");
        (await Asking.ProblemAsync(answer, HttpStatusCode.BadRequest))["errors"]![query.Split('=')[0]].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("GET", "/api/v1/no-such-thing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/v1/content", HttpStatusCode.MethodNotAllowed)]
    public async Task What_the_API_does_not_know_is_a_problem_and_not_a_page(string method, string path, HttpStatusCode status)
    {
        using var answer = await portal.Client.AskAsync(new HttpMethod(method), path, null);
        await Asking.ProblemAsync(answer, status);
    }

    [Theory]
    [InlineData("GET", "/api/v1/tickets", "POST")]
    [InlineData("GET", "/api/v1/consultations/any/submissions", "POST")]
    [InlineData("PUT", "/api/v1/recommendations", "GET")]
    public async Task A_method_that_an_address_does_not_know_is_refused_with_those_that_it_knows(string method, string path, string allowed)
    {
        using var answer = await portal.Client.AskAsync(new HttpMethod(method), path, null);
        answer.Content.Headers.Allow.ShouldContain(allowed, StringComparer.Ordinal);
        await Asking.ProblemAsync(answer, HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task What_is_not_announced_yet_is_nowhere_and_from_its_instant_everywhere()
    {
        await using var own = await TestPortal.StartAsync();
        await Planned.OpenAsync(own, "quetzal", "2026-06-15T10:20:00Z", "2026-06-15T10:40:00Z", p => p["Announced"] = new JsonObject { ["Value"] = "2026-06-15T10:10:00Z" });
        string[] everywhere = ["/api/v1/content?type=Consultation", "/sitemap.xml", "/en/search?q=quetzal", "/api/v1/search?q=quetzal", "/en/consultations", "/en/feed.atom"];

        own.Clock.Set(Template.Start.AddMinutes(10).AddSeconds(-1));
        foreach (var path in everywhere) (await own.Client.TextAsync(path)).ShouldNotContain("consultations/quetzal", customMessage: path);
        foreach (var id in new[] { "quetzal", "quetzal-en" }) (await own.Client.AskAsync($"/api/v1/content/{id}?culture=en")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        own.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var path in everywhere) (await own.Client.TextAsync(path)).ShouldContain("consultations/quetzal", customMessage: path);
        (await own.Client.AskAsync("/api/v1/content/quetzal?culture=en")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_description_lists_every_route_of_the_API_and_each_can_be_asked()
    {
        var described = (await portal.Client.ObjectAsync("/api/openapi.json"))["paths"]!.AsObject();
        var routes = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal) == true)
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods, (e, m) => (Path: "/" + e.RoutePattern.RawText!.Trim('/'), Method: m.ToLowerInvariant())).ToList();

        routes.Count.ShouldBeGreaterThanOrEqualTo(8);
        foreach (var (path, method) in routes) described[path]?[method].ShouldNotBeNull($"{method} {path}");
        described.Select(p => p.Key).Where(p => p.StartsWith("/api/", StringComparison.Ordinal)).ShouldAllBe(p => routes.Any(r => r.Path == p));
    }

    [Fact]
    public async Task Any_page_may_read_the_content_and_no_foreign_page_may_read_the_queue()
    {
        using var content = await portal.Client.AskAsync("/api/v1/content", ("Origin", "https://foreign.example"));
        content.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        var program = await portal.ProgramAsync("arta", "moderation");
        using var queue = await program.AskAsync("/api/v1/moderation/queue", ("Origin", "https://foreign.example"));
        queue.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_portal_that_works_says_that_it_is_healthy(string path)
    {
        using var answer = await portal.Client.AskAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }
}
