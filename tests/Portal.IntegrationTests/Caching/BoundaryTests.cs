using AngleSharp.Dom;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;

namespace Portal.IntegrationTests.Caching;

/// <summary>Time changes pages by itself: a page in the cache is true to the second.</summary>
public sealed class BoundaryTests
{
    static readonly DateTime Noon = Template.Start;

    [Fact]
    public async Task A_cached_page_changes_its_phase_at_its_instant_without_anybody_doing_anything()
    {
        await using var portal = await TestPortal.StartAsync();
        await Planned.OpenAsync(portal, "short", "2026-06-15T10:20:00Z", "2026-06-15T10:40:00Z", p => p["Announced"] = new System.Text.Json.Nodes.JsonObject { ["Value"] = "2026-06-15T10:10:00Z" });

        await ShowsAsync(10, -1, null, "draft");
        await ShowsAsync(10, 0, false, "announced");
        await ShowsAsync(20, -1, false, "announced");
        await ShowsAsync(20, 0, true, "open");
        await ShowsAsync(40, -1, true, "open");
        await ShowsAsync(40, 0, false, "closed");

        async Task ShowsAsync(int minute, int seconds, bool? hasForm, string phase)
        {
            portal.Clock.Set(Noon.AddMinutes(minute).AddSeconds(seconds));
            // Asked twice, so that the second answer comes from the cache where there is one.
            for (var i = 0; i < 2; i++)
            {
                using var answer = await portal.Client.AskAsync("/en/consultations/short");
                ((int)answer.StatusCode).ShouldBe(hasForm is null ? 404 : 200, $"{minute}:{seconds}");
                if (hasForm is { } expected) ((await TestPortal.ParseAsync(answer)).QuerySelector("form[action$='/submission/check']") is not null).ShouldBe(expected, $"{minute}:{seconds}");
                var list = await portal.PageAsync("/en/consultations");
                (list.QuerySelector("a[href='/en/consultations/short']") is not null).ShouldBe(hasForm is not null, $"{minute}:{seconds}");
            }

            if (hasForm is not null) (await Planned.PhaseAsync(portal, "short")).ShouldBe(phase);
        }
    }

    [Fact]
    public async Task The_home_page_shows_a_consultation_from_its_opening_to_its_closing()
    {
        await using var portal = await TestPortal.StartAsync();
        await Planned.OpenAsync(portal, "short", "2026-06-15T10:20:00Z", "2026-06-15T10:40:00Z");
        foreach (var (minute, isThere) in new[] { (19, false), (20, true), (39, true), (40, false) })
        {
            portal.Clock.Set(Noon.AddMinutes(minute));
            for (var i = 0; i < 2; i++) ((await portal.PageAsync("/en")).QuerySelector("a[href='/en/consultations/short']") is not null).ShouldBe(isThere, $"minute {minute}");
        }
    }

    [Fact]
    public async Task Days_left_are_counted_down_at_midnight_of_the_consultation()
    {
        await using var portal = await TestPortal.StartAsync();
        await Planned.OpenAsync(portal, "days", "2026-06-15T10:00:00Z", "2026-06-18T10:00:00Z");
        (await LeftAsync()).ShouldStartWith("3 days");
        // 22:00 UTC is midnight in summer.
        portal.Clock.Set(new DateTime(2026, 6, 15, 21, 59, 59, DateTimeKind.Utc));
        (await LeftAsync()).ShouldStartWith("3 days");
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        (await LeftAsync()).ShouldStartWith("2 days");

        async Task<string> LeftAsync() => (await portal.PageAsync("/en/consultations/days")).QuerySelector(".phase .left")!.TextContent;
    }
}
