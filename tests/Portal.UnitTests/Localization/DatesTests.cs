using Portal.Cms.Localization;

namespace Portal.UnitTests.Localization;

public class DatesTests
{
    const string Belgrade = "Europe/Belgrade";
    readonly Dates _dates = new(Given.Kernel);

    [Theory]
    [InlineData("sq", "21 nëntor 2026 në orën 23:59, ora e Evropës Qendrore (UTC+1)")]
    [InlineData("sr", "21. новембра 2026. у 23:59, средњоевропско време (UTC+1)")]
    [InlineData("sr-Latn", "21. novembra 2026. u 23:59, srednjoevropsko vreme (UTC+1)")]
    [InlineData("bs", "21. novembra 2026. u 23:59, srednjoevropsko vrijeme (UTC+1)")]
    [InlineData("en", "21 November 2026 at 23:59, Central European Time (UTC+1)")]
    public void A_winter_instant_reads_naturally(string code, string expected) =>
        Plain(_dates.Instant(new DateTime(2026, 11, 21, 22, 59, 0, DateTimeKind.Utc), Belgrade, Of(code))).ShouldBe(expected);

    [Theory]
    [InlineData("sq", "1 qershor 2026 në orën 00:05, ora e Evropës Qendrore (UTC+2)")]
    [InlineData("sr", "1. јуна 2026. у 00:05, средњоевропско време (UTC+2)")]
    [InlineData("sr-Latn", "1. juna 2026. u 00:05, srednjoevropsko vreme (UTC+2)")]
    [InlineData("bs", "1. juna 2026. u 00:05, srednjoevropsko vrijeme (UTC+2)")]
    [InlineData("en", "1 June 2026 at 00:05, Central European Time (UTC+2)")]
    public void A_summer_instant_says_the_summer_offset(string code, string expected) =>
        Plain(_dates.Instant(new DateTime(2026, 5, 31, 22, 5, 0, DateTimeKind.Unspecified), Belgrade, Of(code))).ShouldBe(expected);

    [Theory]
    [InlineData("sq", "e diel, 14 qershor 2026 në orën 23:59, ora e Evropës Qendrore (UTC+2)")]
    [InlineData("sr", "недеља, 14. јуна 2026. у 23:59, средњоевропско време (UTC+2)")]
    [InlineData("sr-Latn", "nedelja, 14. juna 2026. u 23:59, srednjoevropsko vreme (UTC+2)")]
    [InlineData("bs", "nedjelja, 14. juna 2026. u 23:59, srednjoevropsko vrijeme (UTC+2)")]
    [InlineData("en", "Sunday, 14 June 2026 at 23:59, Central European Time (UTC+2)")]
    public void A_wall_time_is_told_with_its_day_of_the_week(string code, string expected) => Plain(_dates.WallWithWeekday(new(2026, 6, 14, 23, 59, 0), Belgrade, Of(code))).ShouldBe(expected);

    [Theory]
    [InlineData("2026-03-29T02:30", WallTime.Skipped)]
    [InlineData("2026-10-25T02:30", WallTime.Repeated)]
    [InlineData("2026-06-14T23:59", WallTime.Once)]
    public void Times_that_the_clock_skips_or_repeats_are_known(string wall, WallTime expected) =>
        Dates.KindOf(DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture), Belgrade).ShouldBe(expected);

    [Theory]
    [InlineData("Europe/Sarajevo", "Central European Time (UTC+2)")]
    [InlineData("Europe/Tirane", "Central European Time (UTC+2)")]
    [InlineData("Europe/Paris", "Central European Time (UTC+2)")]
    [InlineData("Etc/UTC", "UTC")]
    [InlineData("Europe/Sofia", "UTC+3")]
    [InlineData("America/New_York", "UTC−4")]
    [InlineData("Asia/Kathmandu", "UTC+5:45")]
    [InlineData("America/St_Johns", "UTC−2:30")]
    public void A_zone_is_named_by_its_rule_and_never_by_a_city(string zone, string expected) =>
        _dates.Zone(new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc), zone, Culture.En).ShouldBe(expected);

    [Theory]
    [InlineData("sq", "7 mars 2026")]
    [InlineData("sr", "7. марта 2026.")]
    [InlineData("sr-Latn", "7. marta 2026.")]
    [InlineData("bs", "7. marta 2026.")]
    [InlineData("en", "7 March 2026")]
    public void A_day_is_written_out_without_its_weekday(string code, string expected) => Plain(Dates.Day(new DateOnly(2026, 3, 7), Of(code))).ShouldBe(expected);

    [Theory]
    [InlineData("2026-03-29T01:59", "2026-03-29T00:59")]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:30")]
    [InlineData("2026-03-29T03:00", "2026-03-29T01:00")]
    [InlineData("2026-10-25T01:59", "2026-10-24T23:59")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30")]
    [InlineData("2026-10-25T03:00", "2026-10-25T02:00")]
    public void A_wall_time_is_resolved_across_both_clock_changes(string wall, string utc)
    {
        var instant = Dates.ToUtc(At(wall), Belgrade);
        instant.ShouldBe(At(utc));
        instant.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void A_wall_time_that_the_clock_skips_is_shown_as_the_moment_it_leads_to() =>
        Plain(_dates.Wall(At("2026-03-29T02:30"), Belgrade, Culture.En)).ShouldBe("29 March 2026 at 03:30, Central European Time (UTC+2)");

    [Fact]
    public void An_instant_has_a_wall_time() => Dates.ToWall(At("2026-07-01T10:00"), Belgrade).ShouldBe(At("2026-07-01T12:00"));

    [Fact]
    public void A_zone_is_known_or_not()
    {
        Dates.IsZone(Belgrade).ShouldBeTrue();
        Dates.IsZone("Europe/Atlantis").ShouldBeFalse();
    }

    [Fact]
    public void No_line_ends_within_a_date()
    {
        foreach (var culture in Culture.All)
        {
            Dates.Day(new(2026, 3, 7), culture).ShouldNotContain(" ");
            Dates.Month(new(2026, 3, 7), culture).ShouldNotContain(" ");
        }
    }

    static string Plain(string text) => text.Replace('\u00A0', ' ');

    static DateTime At(string text) => DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);

    static Culture Of(string code)
    {
        Culture.TryFrom(code, out var culture).ShouldBeTrue();
        return culture!;
    }
}
