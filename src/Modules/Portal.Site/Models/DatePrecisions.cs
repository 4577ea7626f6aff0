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
}
