namespace Portal.Debates.Models;

/// <summary>The languages in which debates are held or interpreted.</summary>
public static class SpokenLanguages
{
    public static IReadOnlyList<string> All { get; } = ["sq", "sr", "bs", "en", "hr", "mk", "tr", "rom", "sgn"];

    /// <returns>English message id; null for a code that is not known.</returns>
    public static string? NameOf(string code) => code switch
    {
        "sq" => "Albanian",
        "sr" => "Serbian",
        "bs" => "Bosnian",
        "en" => "English",
        "hr" => "Croatian",
        "mk" => "Macedonian",
        "tr" => "Turkish",
        "rom" => "Romani",
        "sgn" => "Sign language",
        _ => null,
    };
}
