using Portal.Cms.Localization;

namespace Portal.Moderation;

/// <summary>Names of languages, for saying in which one somebody wrote.</summary>
public static class LanguageNames
{
    /// <returns>English message id.</returns>
    public static string Of(Culture culture) => culture.ContentCode switch
    {
        "sq" => "in Albanian",
        "sr" => "in Serbian",
        "bs" => "in Bosnian",
        _ => "in English",
    };
}
