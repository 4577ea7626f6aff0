using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Portal.Cms.Localization;

/// <summary>Whether the clocks of a zone ever show a time.</summary>
public enum WallTime { Once, Skipped, Repeated }

/// <summary>
/// Dates and times as readers see them: the culture's own long date, the 24-hour clock, and a time zone named
/// by its rule, never by a city, since the name of a city takes a side.
/// </summary>
public sealed class Dates(PoCatalogues catalogues)
{
    /// <summary>English message id; {0} is the offset.</summary>
    const string CentralEuropean = "Central European Time (UTC{0})";
    /// <summary>English message id; {0} is a day, {1} a time, {2} a zone.</summary>
    const string DateTimeAndZone = "{0} at {1}, {2}";

    const char NoBreakSpace = '\u00A0';

    /// <summary>The platform writes "21. новембар"; whoever reads "примљено 21. новембра" reads Serbian, and likewise Bosnian.</summary>
    static readonly FrozenDictionary<string, string[]> GenitiveMonths = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["sr"] = ["јануара", "фебруара", "марта", "априла", "маја", "јуна", "јула", "августа", "септембра", "октобра", "новембра", "децембра"],
        ["bs"] = ["januara", "februara", "marta", "aprila", "maja", "juna", "jula", "augusta", "septembra", "oktobra", "novembra", "decembra"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, DateTimeFormatInfo> DayFormats = Culture.All.ToFrozenDictionary(culture => culture.Code, DayFormat, StringComparer.Ordinal);

    /// <summary>A day without its weekday, such as 21 November 2026.</summary>
    public static string Day(DateOnly day, Culture culture) => day.ToString("D", DayFormats[culture.Code]);

    /// <summary>A month, such as November 2026.</summary>
    public static string Month(DateOnly day, Culture culture) => day.ToString("Y", DayFormats[culture.Code]);

    /// <summary>A wall time such as 23:59.</summary>
    public static string Time(TimeOnly time, Culture culture) => time.ToString("HH:mm", culture.FormatCulture);

    /// <summary>An instant in a zone, such as 21 November 2026 at 23:59, Central European Time (UTC+1).</summary>
    public string Instant(DateTime utc, string ianaZone, Culture culture) => Text(InZone(utc, ianaZone), culture);

    /// <summary>A wall time of a zone. One that the clock skips is shown as the moment it leads to.</summary>
    public string Wall(DateTime wall, string ianaZone, Culture culture) => Text(Resolve(wall, ianaZone), culture);

    /// <summary>The same with its day of the week, such as Sunday, 14 June 2026 at 23:59, Central European Time (UTC+2).</summary>
    public string WallWithWeekday(DateTime wall, string ianaZone, Culture culture)
    {
        var moment = Resolve(wall, ianaZone);
        return $"{culture.FormatCulture.DateTimeFormat.GetDayName(moment.ToDateTimeUnspecified().DayOfWeek)}, {Text(moment, culture)}";
    }

    /// <summary>The name of a zone as it is at an instant, such as Central European Time (UTC+2).</summary>
    public string Zone(DateTime utc, string ianaZone, Culture culture) => ZoneText(InZone(utc, ianaZone), culture);

    /// <summary>
    /// The instant of a wall time, leniently: a time that the clock skips moves on by the gap, one that it repeats is its first.
    /// </summary>
    public static DateTime ToUtc(DateTime wall, string ianaZone) => Resolve(wall, ianaZone).ToDateTimeUtc();

    /// <summary>The wall time of an instant.</summary>
    public static DateTime ToWall(DateTime utc, string ianaZone) => InZone(utc, ianaZone).ToDateTimeUnspecified();

    /// <summary>Whether a wall time is one that the clock skips, or shows twice.</summary>
    public static WallTime KindOf(DateTime wall, string ianaZone) => DateTimeZoneProviders.Tzdb[ianaZone].MapLocal(LocalDateTime.FromDateTime(wall)).Count switch
    {
        0 => WallTime.Skipped,
        1 => WallTime.Once,
        _ => WallTime.Repeated,
    };

    public static bool IsZone(string ianaZone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(ianaZone) is not null;

    /// <summary>The culture's long date without its weekday, its month in the case that a date stands in. No line ends within it.</summary>
    static DateTimeFormatInfo DayFormat(Culture culture)
    {
        var format = (DateTimeFormatInfo)culture.FormatCulture.DateTimeFormat.Clone();
        format.LongDatePattern = Unbroken(format.LongDatePattern.Replace("dddd", "", StringComparison.Ordinal).Trim(' ', ','));
        format.YearMonthPattern = Unbroken(format.YearMonthPattern);
        if (GenitiveMonths.GetValueOrDefault(culture.ContentCode) is { } months)
            format.MonthGenitiveNames = [.. months.Select(month => culture.IsRendering ? Transliterator.ToLatin(month) : month), ""];
        return format;
    }

    static string Unbroken(string pattern) => pattern.Replace(' ', NoBreakSpace);

    string Text(ZonedDateTime moment, Culture culture) => string.Format(
        culture.FormatCulture,
        Translated(DateTimeAndZone, culture),
        Day(moment.Date.ToDateOnly(), culture),
        Time(moment.TimeOfDay.ToTimeOnly(), culture),
        ZoneText(moment, culture));

    string ZoneText(ZonedDateTime moment, Culture culture)
    {
        var offset = OffsetText(moment.Offset);
        return moment.GetZoneInterval().Name is "CET" or "CEST"
            ? string.Format(culture.FormatCulture, Translated(CentralEuropean, culture), offset)
            : "UTC" + offset;
    }

    string Translated(string message, Culture culture) => catalogues.For(culture).Find(null, message) ?? message;

    static string OffsetText(Offset offset)
    {
        if (offset == Offset.Zero)
            return "";
        var span = TimeSpan.FromSeconds(Math.Abs(offset.Seconds));
        var sign = offset.Seconds < 0 ? '−' : '+';
        return span.Minutes == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{span.Hours}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{span.Hours}:{span.Minutes:00}");
    }

    static ZonedDateTime InZone(DateTime utc, string ianaZone) =>
        NodaTime.Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).InZone(DateTimeZoneProviders.Tzdb[ianaZone]);

    static ZonedDateTime Resolve(DateTime wall, string ianaZone) =>
        DateTimeZoneProviders.Tzdb[ianaZone].ResolveLocal(LocalDateTime.FromDateTime(wall), Resolvers.LenientResolver);
}
