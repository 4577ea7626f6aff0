namespace Portal.Site.Models;

/// <summary>Where the network works; ISO 3166 codes, and the user-assigned one that is in general use for Kosovo.</summary>
public static class Countries
{
    /// <summary>English message id of what each of them is.</summary>
    public const string Label = "Country";

    public static IReadOnlyList<string> All { get; } = ["XK", "RS", "BA"];

    /// <returns>English message id.</returns>
    public static string NameOf(string? code) => code switch
    {
        "RS" => "Serbia",
        "BA" => "Bosnia and Herzegovina",
        _ => "Kosovo",
    };
}
