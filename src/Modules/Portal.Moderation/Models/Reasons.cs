namespace Portal.Moderation.Models;

/// <summary>Why a text, or a passage of it, is not published: a public list.</summary>
public static class Reasons
{
    /// <summary>Keys as the API spells them, with the English message id that readers see.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["off-topic"] = "It is not about this consultation",
        ["personal-data"] = "It contains personal data",
        ["names-a-person"] = "It names a private person",
        ["hate-speech"] = "It incites hatred",
        ["insult"] = "It insults somebody",
        ["spam"] = "It is advertising or a repetition",
        ["unlawful"] = "Publishing it would be unlawful",
    };
}
