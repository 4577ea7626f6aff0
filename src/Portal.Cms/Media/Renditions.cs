using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Portal.Cms.Media;

/// <summary>One way of showing a picture: a width, and a shape where it is cropped.</summary>
/// <param name="Width">Pixels; one of <see cref="Renditions.Widths"/>. A picture is never made larger than it is.</param>
/// <param name="Ratio">Width by height, or null for the picture's own shape.</param>
/// <param name="Format"><c>webp</c> or <c>jpg</c>.</param>
public sealed record Rendition(int Width, (int Width, int Height)? Ratio, string Format)
{
    /// <summary>The first page of a document.</summary>
    public bool IsCover { get; init; }

    /// <summary>The part of an address, or of a file name, that tells it from others.</summary>
    public string Name => IsCover ? "cover" : Ratio is (var x, var y) ? string.Create(CultureInfo.InvariantCulture, $"{Width}-{x}x{y}") : Width.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The smaller pictures that there are of a picture: a fixed set, so that nobody can make the portal draw without end.</summary>
public static class Renditions
{
    public const string Prefix = "/renditions/";

    /// <summary>Pixels, from a phone's column to a wide screen at double density.</summary>
    public static readonly IReadOnlyList<int> Widths = [320, 640, 960, 1280, 1920];

    public static readonly (int Width, int Height) Wide = (16, 9), Square = (1, 1);

    static readonly Rendition Cover = new(320, null, "jpg") { IsCover = true };

    public static string Address(MediaFacts file, Rendition rendition) => $"{Prefix}{file.Version}/{rendition.Name}{MediaUrl(file.Path)}.{rendition.Format}";

    /// <returns>The picture of a document's first page; null where there is none.</returns>
    public static string? CoverOf(MediaFacts file) => file.HasCover ? Address(file, Cover) : null;

    /// <summary>Pixels that a rendition of this picture has.</summary>
    public static (int Width, int Height) SizeOf(MediaFacts file, Rendition rendition)
    {
        var (width, height) = (file.Width ?? 1, file.Height ?? 1);
        var (across, down) = Part((width, height), rendition.Ratio);
        var shown = Math.Min(rendition.Width, across);
        return (shown, Math.Max(1, (int)Math.Round(shown * (double)down / across)));
    }

    /// <summary>The largest part of a picture that has a shape.</summary>
    public static (int Width, int Height) Part((int Width, int Height) picture, (int Width, int Height)? ratio)
    {
        if (ratio is not (var x, var y)) return picture;
        var across = Math.Min(picture.Width, picture.Height * x / y);
        return (Math.Max(1, across), Math.Max(1, Math.Min(picture.Height, picture.Width * y / x)));
    }

    /// <returns>The widths that make sense for a picture: those up to its own, and the next.</returns>
    public static IEnumerable<Rendition> Of(MediaFacts file, (int Width, int Height)? ratio, string format)
    {
        var across = Part((file.Width ?? 1, file.Height ?? 1), ratio).Width;
        return Widths.TakeWhile((_, index) => index == 0 || Widths[index - 1] < across).Select(w => new Rendition(w, ratio, format));
    }

    /// <summary>Takes an address apart. What is not in the set is refused.</summary>
    public static bool TryParse(string address, [NotNullWhen(true)] out string? version, [NotNullWhen(true)] out Rendition? rendition, [NotNullWhen(true)] out string? path)
    {
        (version, rendition, path) = (null, null, null);
        if (!address.StartsWith(Prefix, StringComparison.Ordinal) || address[Prefix.Length..].Split('/', 3) is not [var hash, var name, var file] || !hash.All(char.IsAsciiHexDigitLower)) return false;
        var dot = file.LastIndexOf('.');
        if (dot <= 0) return false;

        (version, path) = (hash, file[..dot]);
        rendition = Find(name, file[(dot + 1)..]);
        return rendition is not null;
    }

    static Rendition? Find(string name, string format)
    {
        if (name == Cover.Name) return format == Cover.Format ? Cover : null;
        if (format is not ("webp" or "jpg")) return null;
        return Widths.SelectMany(w => new Rendition[] { new(w, null, format), new(w, Wide, format), new(w, Square, format) }).FirstOrDefault(r => r.Name == name);
    }

    static string MediaUrl(string path) => string.Concat(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(p => "/" + Uri.EscapeDataString(p)));
}
