using Portal.Cms.Content;
using Portal.Cms.Localization;

namespace Portal.Cms.Display;

/// <summary>Addresses of files in the media folder.</summary>
public static class MediaUrl
{
    /// <param name="path">Relative to the media folder, as media fields hold it.</param>
    /// <returns>The address from the root; empty where there is no path.</returns>
    public static string Of(string? path) =>
        string.IsNullOrWhiteSpace(path) ? "" : "/media/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString));
}

/// <summary>A file of a media field, as pages show it.</summary>
/// <param name="Text">Its title, or what a picture shows; the file's name where nobody wrote one.</param>
/// <param name="Kind">Extension in capitals: PDF, CSV.</param>
public sealed record MediaFile(string Url, string Text, string Kind)
{
    public static IReadOnlyList<MediaFile> Of(MediaField? field, Culture culture) =>
        [.. (field?.Paths ?? []).Select((path, index) => (Path: path, Text: field!.MediaTexts.ElementAtOrDefault(index))).Where(f => MediaUrl.Of(f.Path).Length > 0)
            .Select(f => new MediaFile(MediaUrl.Of(f.Path), string.IsNullOrWhiteSpace(f.Text) ? Path.GetFileName(f.Path) : culture.Render(f.Text), Path.GetExtension(f.Path).TrimStart('.').ToUpperInvariant()))];
}
