using System.Globalization;
using Portal.Cms.Localization;

namespace Portal.Cms.Media;

/// <summary>Sizes of files as people read them.</summary>
public static class FileSize
{
    const double Thousand = 1000, Million = Thousand * Thousand;

    /// <summary>Whole kilobytes below a megabyte, then megabytes with one decimal; the units are decimal, as systems of files show them.</summary>
    public static string Of(long bytes, Culture culture) => bytes < Million
        ? string.Create(culture.FormatCulture, $"{Math.Max(1, Math.Round(bytes / Thousand)):0} kB")
        : string.Create(culture.FormatCulture, $"{bytes / Million:0.#} MB");
}
