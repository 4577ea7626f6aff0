using Portal.Cms.Content;
using Portal.Debates.Models;

namespace Portal.UnitTests.Debates;

public class DebateTimesTests
{
    static DateTimeField At(string wall) => new() { Value = DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture) };

    static DebateTimes Times(string starts, string? ends, string? opens = null, string? closes = null) => DebateTimes.Of(new Debate
    {
        TimeZone = "Europe/Belgrade", Starts = At(starts), Ends = ends is null ? null : At(ends),
        RegistrationOpens = opens is null ? null : At(opens), RegistrationCloses = closes is null ? null : At(closes),
    })!;

    [Fact]
    public void It_is_to_come_goes_on_and_is_over_to_the_second()
    {
        var times = Times("2026-06-23T17:00:00", "2026-06-23T19:30:00");
        var starts = new DateTime(2026, 6, 23, 15, 0, 0, DateTimeKind.Utc);

        times.StateAt(starts.AddSeconds(-1)).ShouldBe(DebateState.ToCome);
        times.StateAt(starts).ShouldBe(DebateState.GoingOn);
        times.StateAt(starts.AddHours(2.5).AddSeconds(-1)).ShouldBe(DebateState.GoingOn);
        times.StateAt(starts.AddHours(2.5)).ShouldBe(DebateState.Over);
    }

    [Fact]
    public void Without_an_end_it_is_over_at_midnight() =>
        Times("2026-06-23T17:00:00", null).EndsUtc.ShouldBe(new DateTime(2026, 6, 23, 22, 0, 0, DateTimeKind.Utc));

    [Theory]
    [InlineData("2010-01-01T00:00:00", "2010-12-31T23:59:00", true)]
    [InlineData("2026-06-23T00:00:00", "2026-06-24T00:00:00", true)]
    [InlineData("2026-06-23T00:00:00", "2026-06-23T10:00:00", false)]
    [InlineData("2026-06-23T17:00:00", "2026-06-24T00:00:00", false)]
    public void From_midnight_to_midnight_no_hour_is_known(string starts, string ends, bool isWholeDays) => Times(starts, ends).IsWholeDays.ShouldBe(isWholeDays);

    [Fact]
    public void Midnight_belongs_to_the_day_that_it_ends() => Times("2026-06-23T00:00:00", "2026-06-24T00:00:00").LastDay.ShouldBe(new DateOnly(2026, 6, 23));

    [Fact]
    public void Registration_has_its_own_window()
    {
        var times = Times("2026-06-23T17:00:00", "2026-06-23T19:30:00", "2026-06-10T08:00:00", "2026-06-22T12:00:00");
        times.RegistrationAt(new DateTime(2026, 6, 10, 5, 59, 59, DateTimeKind.Utc)).ShouldBe(RegistrationState.NotYet);
        times.RegistrationAt(new DateTime(2026, 6, 10, 6, 0, 0, DateTimeKind.Utc)).ShouldBe(RegistrationState.Open);
        times.RegistrationAt(new DateTime(2026, 6, 22, 10, 0, 0, DateTimeKind.Utc)).ShouldBe(RegistrationState.Closed);
        Times("2026-06-23T17:00:00", null).RegistrationAt(DateTime.UnixEpoch).ShouldBe(RegistrationState.None);
    }

    [Fact]
    public void Every_boundary_comes_up_once()
    {
        var times = Times("2026-06-23T17:00:00", "2026-06-23T19:30:00", "2026-06-10T08:00:00", "2026-06-22T12:00:00");
        var seen = new List<DateTime>();
        for (var now = DateTime.UnixEpoch; times.NextAfter(now) is { } next; now = next) seen.Add(next);
        seen.ShouldBe([times.RegistrationOpensUtc!.Value, times.RegistrationClosesUtc!.Value, times.StartsUtc, times.EndsUtc]);
    }
}
