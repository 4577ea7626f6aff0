using System.Text.Json.Nodes;
using Portal.IntegrationTests.Hosting;
using static Portal.IntegrationTests.Debates.PlannedDebate;

namespace Portal.IntegrationTests.Debates;

public sealed class DebatePageTests
{
    [Fact]
    public async Task A_kept_page_changes_its_state_to_the_second()
    {
        await using var portal = await TestPortal.StartAsync(new DateTime(2026, 6, 20, 14, 0, 0, DateTimeKind.Utc));
        await HoldAsync(portal, Item("evening", "en", "on-the-record", "Example organisation", change: p =>
        {
            p["RegistrationOpens"] = Value("2026-06-10T08:00:00");
            p["RegistrationCloses"] = Value("2026-06-20T16:30:00");
        }));

        await ShowsAsync(14, 29, 59, "Upcoming", "Open until");
        await ShowsAsync(14, 30, 0, "Upcoming", "Closed");
        await ShowsAsync(15, 0, 0, "Going on now", null);
        await ShowsAsync(17, 29, 59, "Going on now", null);
        await ShowsAsync(17, 30, 0, "Held", null);

        async Task ShowsAsync(int hour, int minute, int second, string state, string? registration)
        {
            portal.Clock.Set(new DateTime(2026, 6, 20, hour, minute, second, DateTimeKind.Utc));
            for (var i = 0; i < 2; i++)
            {
                var page = await portal.PageAsync("/en/debates/evening");
                page.QuerySelector(".debate-state")!.TextContent.ShouldBe(state);
                var facts = string.Join(' ', page.QuerySelector(".facts")!.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
                if (registration is null) facts.ShouldNotContain("Registration");
                else facts.ShouldContain(registration);
                (await portal.PageAsync("/en")).QuerySelectorAll(".home-coming h3 a").Any(a => a.GetAttribute("href") == "/en/debates/evening").ShouldBe(state != "Held");
            }
        }
    }

    [Fact]
    public async Task Its_calendar_file_can_be_imported()
    {
        await using var portal = await TestPortal.StartAsync();
        await HoldAsync(portal, Item("evening", "en", "on-the-record", "Example organisation"));

        using var answer = await portal.Client.GetAsync(new Uri("/en/calendar/evening-en.ics", UriKind.Relative));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var lines = (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        lines.ShouldContain(l => l == "DTSTART:20260620T150000Z");
        lines.ShouldContain(l => l == "DTEND:20260620T173000Z");
        lines.ShouldContain(l => l == "SUMMARY;LANGUAGE=en:The evening debate");
        lines.ShouldContain(l => l.StartsWith("DESCRIPTION", StringComparison.Ordinal) && l.Contains("Central European Time (UTC+2)", StringComparison.Ordinal) && l.Contains("/en/debates/evening", StringComparison.Ordinal));

        foreach (var wrong in new[] { "/sq/calendar/evening-en.ics", "/en/calendar/evening.ics", "/en/calendar/nobody.ics" })
        {
            using var none = await portal.Client.GetAsync(new Uri(wrong, UriKind.Relative));
            ((int)none.StatusCode).ShouldBe(404, wrong);
        }
    }

    [Fact]
    public async Task Programs_read_it_as_an_event()
    {
        await using var portal = await TestPortal.StartAsync();
        await HoldAsync(portal, Item("evening", "en", "on-the-record", "Example organisation", change: p => p["OnlineLink"] = new JsonObject { ["Url"] = "https://example.org/live" }));

        var said = JsonNode.Parse((await portal.PageAsync("/en/debates/evening")).QuerySelector("script[type='application/ld+json']")!.TextContent)!;
        ((string)said["@type"]!).ShouldBe("Event");
        ((string)said["startDate"]!).ShouldBe("2026-06-20T15:00:00Z");
        ((string)said["eventAttendanceMode"]!).ShouldEndWith("MixedEventAttendanceMode");
        said["location"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Kind", "party", "Debate.Kind")]
    [InlineData("AttributionRule", "whispered", "Debate.AttributionRule")]
    [InlineData("TimeZone", "Balkans/Nowhere", "Debate.TimeZone")]
    public async Task Words_that_are_not_known_are_refused(string field, string value, string named) => await RefusedAsync(p => p[field] = Text(value), named);

    [Fact]
    public async Task It_ends_after_it_begins() => await RefusedAsync(p => p["Ends"] = Value("2026-06-20T16:00:00"), "Debate.Ends");

    [Fact]
    public async Task A_group_of_few_is_not_counted_in_public() => await RefusedAsync(p => p["ParticipantsMinority"] = new JsonObject { ["Value"] = 3 }, "Debate.ParticipantsMinority");

    [Fact]
    public async Task A_link_leads_to_the_web() => await RefusedAsync(p => p["OnlineLink"] = new JsonObject { ["Url"] = "javascript:alert(1)" }, "Debate.OnlineLink");

    static async Task RefusedAsync(Action<JsonObject> change, string field)
    {
        await using var portal = await TestPortal.StartAsync();
        var refused = await TryAsync(portal, Item("wrong", "en", "on-the-record", "Example organisation", change: change));
        refused.Problem!.Errors.ShouldContain(e => e.Field == field);
    }
}
