using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Participation;

/// <summary>The window of a consultation is [opens, closes), to the second, on the web and in the API.</summary>
public sealed class WindowTests
{
    const string Words = "Written in the last second.";

    [Fact]
    public async Task A_comment_sent_one_second_before_closing_is_taken_in()
    {
        await using var portal = await TestPortal.StartAsync();
        var citizen = new Participant(portal, "en");
        var check = await citizen.CheckAsync(Words);
        await AtAsync(portal, w => w.Closes.AddSeconds(-1));

        // The form was fetched long before: a fresh ticket is needed, as a visitor gets it who opens the page now.
        using var web = await citizen.SendAsync(await citizen.CheckAsync(Words));
        using var api = await new ApiGuest(portal).SendAsync(Words);

        web.StatusCode.ShouldBe(HttpStatusCode.OK);
        api.StatusCode.ShouldBe(HttpStatusCode.Created);
        check.QuerySelector("textarea").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_comment_sent_at_the_closing_instant_is_refused_and_everything_typed_stays_on_the_page()
    {
        await using var portal = await TestPortal.StartAsync();
        var citizen = new Participant(portal, "en");
        await AtAsync(portal, w => w.Closes.AddSeconds(-1));
        var check = await citizen.CheckAsync(Words);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));

        using var answer = await citizen.SendAsync(check, ("displayName", "Example neighbour"), ("onBehalfOf", "Example association"), ("email", "somebody@example.org"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await TestPortal.ParseAsync(answer);
        var kept = string.Join("; ", page.QuerySelectorAll("main dd").Select(d => d.TextContent.Trim()));
        foreach (var typed in new[] { "Example neighbour", "Example association", "somebody@example.org" }) kept.ShouldContain(typed);
        ((IHtmlTextAreaElement)page.QuerySelector("textarea[name=body]")!).Value.ShouldBe(Words);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("has closed");
        page.QuerySelector("main form button:not([formaction])").ShouldBeNull();
    }

    [Fact]
    public async Task The_API_refuses_a_comment_at_the_closing_instant_as_a_conflict()
    {
        await using var portal = await TestPortal.StartAsync();
        await AtAsync(portal, w => w.Closes.AddSeconds(-1));
        var guest = new ApiGuest(portal);
        var ticket = await guest.TicketAsync();
        portal.Clock.Advance(TimeSpan.FromSeconds(1));

        using var answer = await guest.SendAsync(Words, ticket);

        ((string)(await Asking.ProblemAsync(answer, HttpStatusCode.Conflict))["title"]!).ShouldContain("has closed");
    }

    [Fact]
    public async Task One_second_before_opening_the_page_says_that_it_is_not_open_yet_and_takes_nothing()
    {
        await using var portal = await TestPortal.StartAsync();
        await Planned.OpenAsync(portal, "later", "2026-06-20T10:00:00Z", "2026-06-30T10:00:00Z", p => p["Announced"] = new System.Text.Json.Nodes.JsonObject { ["Value"] = "2026-06-01T00:00:00Z" });
        portal.Clock.Set(new DateTime(2026, 6, 20, 9, 59, 59, DateTimeKind.Utc));
        var citizen = new Participant(portal, "en");

        var check = await citizen.CheckAsync(Words, "later-s1", "later");
        using var api = await new ApiGuest(portal).SendAsync(Words, set: "later", section: "later-s1");

        check.QuerySelector("[role=alert]")!.TextContent.ShouldContain("not open yet");
        check.QuerySelector("[role=alert]")!.TextContent.ShouldNotContain("has closed");
        ((IHtmlTextAreaElement)check.QuerySelector("textarea[name=body]")!).Value.ShouldBe(Words);
        ((string)(await Asking.ProblemAsync(api, HttpStatusCode.Conflict))["title"]!).ShouldContain("not open yet");
    }

    [Fact]
    public async Task At_the_opening_instant_comments_are_taken_in()
    {
        await using var portal = await TestPortal.StartAsync();
        await Planned.OpenAsync(portal, "later", "2026-06-20T10:00:00Z", "2026-06-30T10:00:00Z");
        portal.Clock.Set(new DateTime(2026, 6, 20, 10, 0, 0, DateTimeKind.Utc));
        var citizen = new Participant(portal, "en");

        using var web = await citizen.SendAsync(await citizen.CheckAsync(Words, "later-s1", "later"));
        using var api = await new ApiGuest(portal).SendAsync(Words, set: "later", section: "later-s1");

        web.StatusCode.ShouldBe(HttpStatusCode.OK);
        api.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_consultation_that_is_not_announced_yet_has_no_page_no_form_and_no_place_in_the_API()
    {
        await using var portal = await TestPortal.StartAsync();
        await Planned.OpenAsync(portal, "secret", "2026-06-20T10:00:00Z", "2026-06-30T10:00:00Z", p => p["Announced"] = new System.Text.Json.Nodes.JsonObject { ["Value"] = "2026-06-18T00:00:00Z" });

        using var page = await portal.Client.AskAsync("/en/consultations/secret");
        using var api = await portal.Client.AskAsync("/api/v1/consultations/secret?culture=en");
        using var check = await new Participant(portal, "en").PostAsync("check", new() { ["consultation"] = "secret", ["body"] = Words });

        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        api.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        check.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Client.TextAsync("/en/consultations")).ShouldNotContain("The secret consultation");
    }

    [Fact]
    public async Task A_window_that_runs_can_be_made_longer_but_in_no_way_shorter()
    {
        await using var portal = await TestPortal.StartAsync();
        const string Opens = "2026-06-10T10:00:00Z", Closes = "2026-06-30T10:00:00Z";
        await Planned.OpenAsync(portal, "running", Opens, Closes);

        (await ProblemOf(Planned.Item("running", Opens, "2026-06-29T10:00:00Z"))).ShouldContain("Consultation.Closes");
        (await ProblemOf(Planned.Item("running", "2026-06-16T10:00:00Z", Closes))).ShouldContain("Consultation.Opens");
        (await ProblemOf(Planned.Item("running", Opens, Closes, p => p["Archived"] = new System.Text.Json.Nodes.JsonObject { ["Value"] = "2026-06-20T10:00:00Z" }))).ShouldContain("Consultation.Archived");
        (await ProblemOf(Planned.Item("running", Opens, Closes, p => p["Reported"] = new System.Text.Json.Nodes.JsonObject { ["Value"] = "2026-06-20T10:00:00Z" }))).ShouldContain("Consultation.Reported");
        (await ProblemOf(Planned.Item("running", Opens, "2026-07-02T10:00:00Z"))).ShouldBeEmpty();

        async Task<string> ProblemOf(System.Text.Json.Nodes.JsonObject item) => string.Join(' ', (await Planned.ImportAsync(portal, item)).Problem?.Errors.Select(e => e.Field) ?? []);
    }

    static async Task AtAsync(TestPortal portal, Func<(DateTime Opens, DateTime Closes), DateTime> instant) => portal.Clock.Set(instant(await Planned.OfAsync(portal, Participant.OpenConsultation)));
}
