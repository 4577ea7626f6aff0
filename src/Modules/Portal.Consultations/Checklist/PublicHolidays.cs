using System.Globalization;

namespace Portal.Consultations.Checklist;

/// <summary>A day on which offices and people rest.</summary>
/// <param name="Name">English message id. State holidays have no other name here than that: what they celebrate divides people.</param>
/// <param name="Places">English message ids of the countries.</param>
/// <param name="IsEstimate">Fixed by sighting the moon: the day may be another by one.</param>
public sealed record Holiday(string Name, IReadOnlyList<string> Places, bool IsEstimate = false);

/// <summary>The public holidays of Kosovo, Serbia and Bosnia and Herzegovina, as far as they can be computed. Advice for choosing a day, no official list: holidays that fall on a Sunday are not moved on, and entities and cantons have further ones.</summary>
/// <remarks>Both Easters: J. Meeus, "Astronomical Algorithms", chapter 8. The Islamic calendar of the platform is Umm al-Qura, which the countries' own calendars follow to within a day.</remarks>
public static class PublicHolidays
{
    /// <summary>English message id.</summary>
    const string Kosovo = "Kosovo", Serbia = "Serbia", Bosnia = "Bosnia and Herzegovina";

    static readonly UmAlQuraCalendar Islamic = new();

    static readonly Dictionary<(int Month, int Day), Holiday[]> Fixed = new()
    {
        [(1, 1)] = [new("New Year", [Kosovo, Serbia, Bosnia])], [(1, 2)] = [new("New Year", [Kosovo, Serbia, Bosnia])],
        [(1, 7)] = [new("Orthodox Christmas", [Kosovo, Serbia, Bosnia])],
        [(2, 15)] = [State(Serbia)], [(2, 16)] = [State(Serbia)], [(2, 17)] = [State(Kosovo)],
        [(3, 1)] = [State(Bosnia)],
        [(4, 9)] = [State(Kosovo)],
        [(5, 1)] = [new("Labour Day", [Kosovo, Serbia, Bosnia])], [(5, 2)] = [new("Labour Day", [Serbia, Bosnia])],
        [(5, 9)] = [State(Kosovo), State(Bosnia)],
        [(11, 11)] = [State(Serbia)], [(11, 21)] = [State(Bosnia)], [(11, 25)] = [State(Bosnia)],
        [(12, 25)] = [new("Catholic Christmas", [Kosovo, Bosnia])],
    };

    public static IReadOnlyList<Holiday> On(DateOnly day) =>
    [
        .. Fixed.GetValueOrDefault((day.Month, day.Day), []),
        .. (day.DayNumber - CatholicEaster(day.Year).DayNumber) is 0 or 1 ? [new Holiday("Catholic Easter", [Kosovo, Bosnia])] : Array.Empty<Holiday>(),
        // From Good Friday to Easter Monday in Serbia; elsewhere Monday is free.
        .. (day.DayNumber - OrthodoxEaster(day.Year).DayNumber) is >= -2 and <= 1 ? [new Holiday("Orthodox Easter", day >= OrthodoxEaster(day.Year) ? [Kosovo, Serbia, Bosnia] : [Serbia])] : Array.Empty<Holiday>(),
        .. Bajram(day),
    ];

    /// <summary>Sunday of the western Easter.</summary>
    public static DateOnly CatholicEaster(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var month = (h + l - (7 * m) + 114) / 31;
        return new(year, month, ((h + l - (7 * m) + 114) % 31) + 1);
    }

    /// <summary>Sunday of the eastern Easter, in the Gregorian calendar.</summary>
    public static DateOnly OrthodoxEaster(int year)
    {
        var (a, b, c) = (year % 4, year % 7, year % 19);
        var d = ((19 * c) + 15) % 30;
        var e = ((2 * a) + (4 * b) - d + 34) % 7;
        var julian = new DateOnly(year, (d + e + 114) / 31, ((d + e + 114) % 31) + 1);
        // The Julian calendar is behind by 13 days from 1900 to 2099, by another one after each further century that has no leap day.
        return julian.AddDays((year / 100) - (year / 400) - 2);
    }

    /// <summary>First day of the month after Ramadan, or the tenth of the month of pilgrimage; one free day each.</summary>
    static IEnumerable<Holiday> Bajram(DateOnly day)
    {
        var instant = day.ToDateTime(TimeOnly.MinValue);
        if (instant < Islamic.MinSupportedDateTime || instant > Islamic.MaxSupportedDateTime) yield break;

        // A day more on either side, since the moon may be seen earlier or later than computed.
        foreach (var near in new[] { instant.AddDays(-1), instant, instant.AddDays(1) })
        {
            if (near > Islamic.MaxSupportedDateTime || near < Islamic.MinSupportedDateTime) continue;
            var (month, date) = (Islamic.GetMonth(near), Islamic.GetDayOfMonth(near));
            if ((month, date) == (10, 1)) yield return new("Eid al-Fitr", [Kosovo, Serbia, Bosnia], IsEstimate: true);
            if ((month, date) == (12, 10)) yield return new("Eid al-Adha", [Kosovo, Serbia, Bosnia], IsEstimate: true);
        }
    }

    static Holiday State(string place) => new("State holiday", [place]);
}
