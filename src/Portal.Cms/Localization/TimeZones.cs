namespace Portal.Cms.Localization;

/// <summary>The zones that editors choose from: IANA names as keys, called by their rule and never by a city.</summary>
public static class TimeZones
{
    public static IReadOnlyList<string> All { get; } = ["Europe/Belgrade", "Europe/Athens", "Europe/London", "Etc/UTC"];

    /// <returns>English message id.</returns>
    public static string NameOf(string? zone) => zone switch
    {
        "Europe/Athens" => "Eastern European Time",
        "Europe/London" => "British Time",
        "Etc/UTC" => "UTC, without summer time",
        _ => "Central European Time",
    };
}
