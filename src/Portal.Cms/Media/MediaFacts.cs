using System.Collections.Frozen;
using Portal.Cms.Localization;

namespace Portal.Cms.Media;

/// <summary>What the library knows of a file, for pages that show it.</summary>
/// <param name="Path">Relative to the media folder, as media fields hold it. It never changes.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Version">Changes whenever the file is replaced by another at the same path; hexadecimal digits.</param>
public sealed record MediaFacts(string Path, string ContentType, long Length, string Version)
{
    /// <summary>Pixels of a picture as it is shown; null = not known, or no picture.</summary>
    public int? Width { get; init; }
    public int? Height { get; init; }

    /// <summary>The library makes smaller pictures of it: see <see cref="Renditions"/>.</summary>
    public bool HasRenditions { get; init; }

    /// <summary>Pages of a document; null = not counted yet, or none.</summary>
    public int? Pages { get; init; }

    /// <summary>There is a picture of the document's first page.</summary>
    public bool HasCover { get; init; }

    /// <summary>Somebody said that the picture tells nothing: it has an empty text alternative.</summary>
    public bool IsDecorative { get; init; }

    /// <summary>What a picture shows, by content culture.</summary>
    public IReadOnlyDictionary<string, string> Alt { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Who made it, and under what it may be used: one line; empty where nobody said.</summary>
    public string Credit { get; init; } = "";

    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);

    /// <returns>What the picture shows, in the letters of the culture; null where nobody wrote it in that language.</returns>
    public string? AltIn(Culture culture) => Alt.GetValueOrDefault(culture.ContentCode) is { Length: > 0 } alt ? culture.Render(alt) : null;
}

/// <summary>The library's facts, in memory and so for whoever renders a page.</summary>
public interface IMediaCatalogue
{
    /// <summary>Grows whenever any fact changes.</summary>
    long Stamp { get; }

    /// <returns>Null for a file that the library does not know.</returns>
    /// <param name="path">Relative to the media folder.</param>
    MediaFacts? Find(string path);
}

/// <summary>Where no library is: files are shown as they are.</summary>
public sealed class NoMediaCatalogue : IMediaCatalogue
{
    public long Stamp => 0;

    public MediaFacts? Find(string path) => null;
}
