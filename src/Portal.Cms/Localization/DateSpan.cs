namespace Portal.Cms.Localization;

/// <summary>A span of days in words. Whole years and whole months are named as such: a text that knows the year only must not claim a first of January.</summary>
public static class DateSpan
{
    /// <param name="to">The last day; null = the span is one day.</param>
    public static string Text(DateOnly from, DateOnly? to, Culture culture)
    {
        var last = to ?? from;
        if (from is { Month: 1, Day: 1 } && last is { Month: 12, Day: 31 }) return Between(Year(from), Year(last));
        if (from.Day == 1 && last.Day == DateTime.DaysInMonth(last.Year, last.Month)) return Between(Dates.Month(from, culture), Dates.Month(last, culture));
        return Between(Dates.Day(from, culture), Dates.Day(last, culture));

        string Year(DateOnly day) => day.ToString("yyyy", culture.FormatCulture);
    }

    /// <summary>Single years stand close to the dash, as numbers do; anything with a space in it stands apart from it.</summary>
    static string Between(string first, string last) =>
        first == last ? first : first.Any(char.IsWhiteSpace) ? $"{first} – {last}" : $"{first}–{last}";
}
