using System.Globalization;
using Portal.Consultations.Checklist;

namespace Portal.UnitTests.Consultations;

public class PublicHolidaysTests
{
    /// <summary>Years and Sundays as church calendars print them.</summary>
    [Theory]
    [InlineData(2000, "2000-04-23", "2000-04-30")]
    [InlineData(2010, "2010-04-04", "2010-04-04")]
    [InlineData(2016, "2016-03-27", "2016-05-01")]
    [InlineData(2024, "2024-03-31", "2024-05-05")]
    [InlineData(2025, "2025-04-20", "2025-04-20")]
    [InlineData(2026, "2026-04-05", "2026-04-12")]
    [InlineData(2027, "2027-03-28", "2027-05-02")]
    [InlineData(2038, "2038-04-25", "2038-04-25")]
    public void Both_Easters_fall_where_the_churches_keep_them(int year, string catholic, string orthodox)
    {
        PublicHolidays.CatholicEaster(year).ShouldBe(Day(catholic));
        PublicHolidays.OrthodoxEaster(year).ShouldBe(Day(orthodox));
    }

    [Theory]
    [InlineData("2026-03-20", "Eid al-Fitr")]
    [InlineData("2026-05-27", "Eid al-Adha")]
    [InlineData("2025-03-30", "Eid al-Fitr")]
    [InlineData("2025-06-06", "Eid al-Adha")]
    public void The_two_Bajrams_are_estimates(string day, string name) => PublicHolidays.On(Day(day)).ShouldContain(h => h.Name == name && h.IsEstimate);

    [Theory]
    [InlineData("2026-01-07", "Orthodox Christmas", "Serbia")]
    [InlineData("2026-12-25", "Catholic Christmas", "Kosovo")]
    [InlineData("2026-04-10", "Orthodox Easter", "Serbia")]
    [InlineData("2026-04-13", "Orthodox Easter", "Bosnia and Herzegovina")]
    [InlineData("2026-04-06", "Catholic Easter", "Kosovo")]
    [InlineData("2026-05-01", "Labour Day", "Bosnia and Herzegovina")]
    [InlineData("2026-02-15", "State holiday", "Serbia")]
    [InlineData("2026-02-17", "State holiday", "Kosovo")]
    public void Holidays_are_known_by_day_and_country(string day, string name, string place) => PublicHolidays.On(Day(day)).ShouldContain(h => h.Name == name && h.Places.Contains(place));

    [Fact]
    public void An_ordinary_day_is_none() => PublicHolidays.On(new(2026, 6, 16)).ShouldBeEmpty();

    [Fact]
    public void Days_beyond_the_calendar_are_no_failure()
    {
        foreach (var day in new[] { DateOnly.MinValue.AddYears(1), new DateOnly(1900, 5, 1), new DateOnly(2077, 11, 16), new DateOnly(2200, 1, 1) }) Should.NotThrow(() => PublicHolidays.On(day));
    }

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
