using System.Globalization;
using System.Net;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Participation;

/// <summary>Windows are told in wall time of Belgrade; in 2026 clocks go forward on 29 March and back on 25 October.</summary>
public sealed class DaylightSavingTests
{
    [Theory]
    // An hour of the night is missing: 24 hours by the wall are 23.
    [InlineData("2026-03-28T12:00:00", "2026-03-29T12:00:00", "2026-03-28T11:00:00Z", "2026-03-29T10:00:00Z")]
    // 02:30 does not exist on that day; it moves on by the gap, to 03:30.
    [InlineData("2026-03-20T12:00:00", "2026-03-29T02:30:00", "2026-03-20T11:00:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("2026-03-29T02:30:00", "2026-04-10T12:00:00", "2026-03-29T01:30:00Z", "2026-04-10T10:00:00Z")]
    // An hour comes twice: 24 hours by the wall are 25.
    [InlineData("2026-10-24T12:00:00", "2026-10-25T12:00:00", "2026-10-24T10:00:00Z", "2026-10-25T11:00:00Z")]
    // 02:30 comes twice; it is meant the first time.
    [InlineData("2026-10-20T12:00:00", "2026-10-25T02:30:00", "2026-10-20T10:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T02:30:00", "2026-11-10T12:00:00", "2026-10-25T00:30:00Z", "2026-11-10T11:00:00Z")]
    public async Task A_window_opens_and_closes_at_the_instants_its_wall_times_mean(string opens, string closes, string opensUtc, string closesUtc)
    {
        var (first, end) = (Utc(opensUtc), Utc(closesUtc));
        await using var portal = await TestPortal.StartAsync(first.AddDays(-2));
        await Planned.OpenAsync(portal, "night", opens, closes, p => p["Announced"] = new System.Text.Json.Nodes.JsonObject { ["Value"] = "2026-01-01T00:00:00Z" });

        (await Planned.OfAsync(portal, "night")).ShouldBe((first, end));
        (await AcceptsAsync(portal, first.AddSeconds(-1))).ShouldBe(HttpStatusCode.Conflict);
        (await AcceptsAsync(portal, first)).ShouldBe(HttpStatusCode.Created);
        (await AcceptsAsync(portal, end.AddSeconds(-1))).ShouldBe(HttpStatusCode.Created);
        (await AcceptsAsync(portal, end)).ShouldBe(HttpStatusCode.Conflict);
        (await AcceptsAsync(portal, end.AddHours(1))).ShouldBe(HttpStatusCode.Conflict);
    }

    static async Task<HttpStatusCode> AcceptsAsync(TestPortal portal, DateTime now)
    {
        portal.Clock.Set(now);
        using var answer = await new ApiGuest(portal).SendAsync("Sent in the night of the change.", set: "night", section: "night-s1");
        return answer.StatusCode;
    }

    static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
