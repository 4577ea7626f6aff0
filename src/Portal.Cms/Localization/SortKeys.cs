using System.Globalization;

namespace Portal.Cms.Localization;

/// <summary>
/// Bytes that, compared as bytes, put texts into a culture's own order (Nj after N, Xh after X), for columns to sort by.
/// </summary>
public static class SortKeys
{
    public static byte[] For(Culture culture, string text)
    {
        // What a reader of Latin script sees is what has to be in order.
        var shown = culture.IsRendering ? Transliterator.ToLatin(text) : text;
        return culture.FormatCulture.CompareInfo.GetSortKey(shown, CompareOptions.None).KeyData;
    }

    /// <summary>Stored keys are comparable among each other only while this stays the same: a new ICU means new keys.</summary>
    public static string Version =>
        CultureInfo.InvariantCulture.CompareInfo.Version.FullVersion.ToString(CultureInfo.InvariantCulture);
}
