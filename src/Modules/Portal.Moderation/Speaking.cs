using System.Globalization;
using Portal.Cms.Localization;

namespace Portal.Moderation;

/// <summary>Says something in the language of somebody else than the one who asks: interface texts are found in the current culture.</summary>
public static class Speaking
{
    /// <param name="code">Culture code of the reader; English for one that is not known.</param>
    public static void In(string? code, Action<Culture> say)
    {
        var before = CultureInfo.CurrentUICulture;
        var culture = Culture.TryFrom(code, out var own) ? own : Culture.En;
        CultureInfo.CurrentUICulture = culture.FormatCulture;
        try { say(culture); }
        finally { CultureInfo.CurrentUICulture = before; }
    }
}
