using System.Text.RegularExpressions;

namespace Portal.Translations.Interface;

/// <summary>The places of a text that the portal fills in: <c>{0}</c> and the like. Each of them has to survive translation, and none may be added, or the page that shows the text breaks.</summary>
public static partial class Placeholders
{
    /// <returns>The places that a translation lacks or has too many of; empty = it fits.</returns>
    public static IReadOnlyList<string> Wrong(string message, string translation)
    {
        var (wanted, found) = (In(message), In(translation));
        return [.. wanted.Except(found, StringComparer.Ordinal).Union(found.Except(wanted, StringComparer.Ordinal), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Braces beside the places: a text with places is read by the platform's formatting, which takes any other brace for a mistake.</summary>
    public static bool HasLooseBraces(string message, string translation) => In(message).Count > 0 && Place().Replace(translation, "").AsSpan().IndexOfAny('{', '}') >= 0;

    static HashSet<string> In(string text) => Place().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+(:[^{}]*)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
