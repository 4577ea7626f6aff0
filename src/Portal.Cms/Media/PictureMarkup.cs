using System.Globalization;
using System.Net;
using System.Text;
using Portal.Cms.Display;

namespace Portal.Cms.Media;

/// <summary>How a picture stands on a page.</summary>
/// <param name="Ratio">Cropped to this shape around its focal point; null = its own.</param>
/// <param name="Sizes">Value of <c>sizes</c>: how wide the page shows it.</param>
/// <param name="IsFirst">Seen at once: loaded at once.</param>
public sealed record PictureFrame((int Width, int Height)? Ratio = null, string Sizes = PictureFrame.Column, bool IsFirst = false)
{
    /// <summary>The reading column.</summary>
    public const string Column = "(min-width: 42rem) 38rem, 92vw";
}

/// <summary>The HTML of a picture: several widths to choose from where the library makes them, always with its size, so that nothing jumps when it arrives.</summary>
public static class PictureMarkup
{
    /// <param name="alt">Text alternative; empty for a decoration.</param>
    /// <param name="facts">Null: the library does not know the file.</param>
    public static string Of(string path, string alt, MediaFacts? facts, PictureFrame frame)
    {
        if (facts is not { HasRenditions: true, Width: > 0, Height: > 0 }) return Image(MediaUrl.Of(path, facts), alt, SizeOf(facts), frame, classes: frame.Ratio is not null);

        var webp = Renditions.Of(facts, frame.Ratio, "webp").ToList();
        var largest = webp[^1];
        var size = Renditions.SizeOf(facts, largest);
        var srcset = string.Join(", ", webp.Select(r => string.Create(CultureInfo.InvariantCulture, $"{Renditions.Address(facts, r)} {Renditions.SizeOf(facts, r).Width}w")));
        return new StringBuilder("<picture><source type=\"image/webp\" srcset=\"").Append(Encoded(srcset)).Append("\" sizes=\"").Append(Encoded(frame.Sizes)).Append("\">")
            .Append(Image(Fallback(facts, frame), alt, size, frame, classes: false)).Append("</picture>").ToString();
    }

    /// <summary>For programs that know no WebP: photographs as JPEG; what may be transparent as it is.</summary>
    static string Fallback(MediaFacts facts, PictureFrame frame) => facts.ContentType == "image/jpeg"
        ? Renditions.Address(facts, Renditions.Of(facts, frame.Ratio, "jpg").Last(r => r.Width <= 960))
        : MediaUrl.Of(facts.Path, facts);

    static (int Width, int Height)? SizeOf(MediaFacts? facts) => facts is { Width: { } width, Height: { } height } ? (width, height) : null;

    static string Image(string src, string alt, (int Width, int Height)? size, PictureFrame frame, bool classes)
    {
        var html = new StringBuilder("<img src=\"").Append(Encoded(src)).Append("\" alt=\"").Append(Encoded(alt)).Append('"');
        if (size is (var width, var height)) html.Append(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\"");
        if (classes) html.Append(" class=\"cropped\"");
        if (!frame.IsFirst) html.Append(" loading=\"lazy\"");
        return html.Append(" decoding=\"async\">").ToString();
    }

    static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
