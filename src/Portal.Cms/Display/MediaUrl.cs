using Microsoft.AspNetCore.Html;
using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Cms.Media;

namespace Portal.Cms.Display;

/// <summary>Addresses of files in the media folder.</summary>
public static class MediaUrl
{
    /// <param name="path">Relative to the media folder, as media fields hold it.</param>
    /// <returns>The address from the root; empty where there is no path.</returns>
    public static string Of(string? path) =>
        string.IsNullOrWhiteSpace(path) ? "" : "/media/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString));

    /// <summary>The address of the file as it is now: what stands there never changes, so browsers may keep it.</summary>
    public static string Of(string? path, MediaFacts? facts) => facts is null ? Of(path) : $"{Of(path)}?v={facts.Version}";
}

/// <summary>A file of a media field, as pages show it.</summary>
/// <param name="Text">Its title, or what a picture shows; the file's name where nobody wrote one.</param>
/// <param name="Kind">Extension in capitals: PDF, CSV.</param>
/// <param name="Alt">Text alternative of a picture; empty for a decoration.</param>
/// <param name="Facts">What the library knows of it; null where it does not know it.</param>
public sealed record MediaFile(string Path, string Url, string Text, string Kind, string Alt, MediaFacts? Facts)
{
    /// <summary>The picture, in the widths that there are of it.</summary>
    public IHtmlContent Picture(PictureFrame frame) => new HtmlString(PictureMarkup.Of(Path, Alt, Facts, frame));

    /// <summary>A picture for previews elsewhere, which know JPEG and no WebP.</summary>
    public string PreviewUrl => Facts is { HasRenditions: true, ContentType: "image/jpeg" } ? Renditions.Address(Facts, new(1280, Renditions.Wide, "jpg")) : Url;
}

/// <summary>Reads media fields for pages.</summary>
public sealed class MediaFiles(IMediaCatalogue catalogue)
{
    public IReadOnlyList<MediaFile> Of(MediaField? field, Culture culture) =>
        [.. (field?.Paths ?? []).Select((path, index) => (Path: path, Text: field!.MediaTexts.ElementAtOrDefault(index))).Where(f => MediaUrl.Of(f.Path).Length > 0).Select(f => Of(f.Path, f.Text, culture))];

    MediaFile Of(string path, string? text, Culture culture)
    {
        var facts = catalogue.Find(path);
        var written = string.IsNullOrWhiteSpace(text) ? null : culture.Render(text);
        var alt = written ?? (facts is { IsDecorative: true } ? "" : facts?.AltIn(culture));
        var name = Path.GetFileName(path);
        return new(path, MediaUrl.Of(path, facts), written ?? facts?.AltIn(culture) ?? name, Path.GetExtension(path).TrimStart('.').ToUpperInvariant(), alt ?? name, facts);
    }
}
