using Portal.Consultations.Models;

namespace Portal.UnitTests.Consultations;

public sealed class MilestonesTests
{
    static readonly DateTime Day = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);
    static readonly Milestones All = new(Day, Day.AddDays(10), Day.AddDays(20), Day.AddDays(30), Day.AddDays(40), Day.AddDays(50));

    [Theory]
    [InlineData(0, Phase.Draft, Phase.Announced)]
    [InlineData(10, Phase.Announced, Phase.Open)]
    [InlineData(20, Phase.Open, Phase.Closed)]
    [InlineData(30, Phase.Closed, Phase.Analysis)]
    [InlineData(40, Phase.Analysis, Phase.Reported)]
    [InlineData(50, Phase.Reported, Phase.Archived)]
    public void A_phase_begins_at_its_instant_and_not_a_tick_before(int days, Phase before, Phase from)
    {
        All.PhaseAt(Day.AddDays(days).AddTicks(-1)).ShouldBe(before);
        All.PhaseAt(Day.AddDays(days)).ShouldBe(from);
    }

    [Fact]
    public void The_next_change_is_the_nearest_instant_that_is_still_to_come()
    {
        All.NextAfter(Day.AddDays(-1)).ShouldBe(Day);
        All.NextAfter(Day).ShouldBe(Day.AddDays(10));
        All.NextAfter(Day.AddDays(45)).ShouldBe(Day.AddDays(50));
        All.NextAfter(Day.AddDays(50)).ShouldBeNull();
    }

    [Theory]
    // Closing at midnight of the wall clock is the end of the day before.
    [InlineData("2026-06-30T22:00:00Z", "2026-06-30T21:59:00Z", 0)]
    [InlineData("2026-06-30T22:00:00Z", "2026-06-29T21:59:00Z", 1)]
    [InlineData("2026-06-30T22:01:00Z", "2026-06-30T21:59:00Z", 1)]
    // Days of 23 and of 25 hours are days.
    [InlineData("2026-03-30T10:00:00Z", "2026-03-28T11:00:00Z", 2)]
    [InlineData("2026-10-26T11:00:00Z", "2026-10-24T10:00:00Z", 2)]
    public void Days_left_are_days_of_the_calendar_that_people_read(string closes, string now, int left)
    {
        DateTime Utc(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        new Milestones(Day.AddYears(-1), Day.AddYears(-1), Utc(closes)).DaysLeft(Utc(now), "Europe/Belgrade").ShouldBe(left);
    }
}
