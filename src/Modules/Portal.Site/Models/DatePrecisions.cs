using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Site.Models;

/// <summary>How much of a date is known.</summary>
public static class DatePrecisions
{
    public static IReadOnlyList<string> All { get; } = ["day", "month", "year"];

    /// <returns>English message id.</returns>
    public static string NameOf(string? key) => key switch
    {
        "month" => "The month",
        "year" => "The year",
        _ => "The day",
    };

    /// <returns>Day, month or year, as precisely as the key says.</returns>
    public static string Say(DateOnly day, string? key, Culture culture) => key switch
    {
        "year" => day.ToString("yyyy", culture.FormatCulture),
        "month" => Dates.Month(day, culture),
        _ => Dates.Day(day, culture),
    };
}
