namespace Portal.Media.Files;

/// <summary>What a file is made clean by.</summary>
public enum Cleaning
{
    /// <summary>Decoded and written again by <c>vipsthumbnail</c>: nothing but the picture stays.</summary>
    Redraw,
    /// <summary>Every frame decoded and written again by <c>vips</c>.</summary>
    RedrawFrames,
    /// <summary>Written anew from what the list of harmless elements knows.</summary>
    Drawing,
    /// <summary>Hidden data removed by <c>mat2</c>.</summary>
    Metadata,
    /// <summary>Text has nowhere to hide anything.</summary>
    None,
}

/// <summary>A kind of file that the library takes.</summary>
/// <param name="Extension">With its dot; the only one that files of the kind get.</param>
/// <param name="Largest">In bytes.</param>
/// <param name="Group">English message id of what such files are, for filters.</param>
public sealed record MediaKind(string Extension, string ContentType, Cleaning Cleaning, long Largest, string Group)
{
    const long Megabyte = 1024 * 1024;

    /// <summary>English message ids.</summary>
    const string Pictures = "Pictures", Documents = "Documents", Tables = "Tables and texts", Sound = "Sound";

    public static readonly MediaKind
        Jpeg = new(".jpg", "image/jpeg", Cleaning.Redraw, 25 * Megabyte, Pictures),
        Png = new(".png", "image/png", Cleaning.Redraw, 25 * Megabyte, Pictures),
        WebP = new(".webp", "image/webp", Cleaning.Redraw, 25 * Megabyte, Pictures),
        Gif = new(".gif", "image/gif", Cleaning.RedrawFrames, 8 * Megabyte, Pictures),
        Svg = new(".svg", "image/svg+xml", Cleaning.Drawing, Megabyte, Pictures),
        Pdf = new(".pdf", "application/pdf", Cleaning.Metadata, 50 * Megabyte, Documents),
        Docx = new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Cleaning.Metadata, 25 * Megabyte, Documents),
        Pptx = new(".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", Cleaning.Metadata, 50 * Megabyte, Documents),
        Odt = new(".odt", "application/vnd.oasis.opendocument.text", Cleaning.Metadata, 25 * Megabyte, Documents),
        Odp = new(".odp", "application/vnd.oasis.opendocument.presentation", Cleaning.Metadata, 50 * Megabyte, Documents),
        Xlsx = new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Cleaning.Metadata, 25 * Megabyte, Tables),
        Ods = new(".ods", "application/vnd.oasis.opendocument.spreadsheet", Cleaning.Metadata, 25 * Megabyte, Tables),
        Csv = new(".csv", "text/csv", Cleaning.None, 25 * Megabyte, Tables),
        Text = new(".txt", "text/plain", Cleaning.None, 5 * Megabyte, Tables),
        Mp3 = new(".mp3", "audio/mpeg", Cleaning.Metadata, 100 * Megabyte, Sound),
        Ogg = new(".ogg", "audio/ogg", Cleaning.Metadata, 100 * Megabyte, Sound);

    public static IReadOnlyList<MediaKind> All { get; } = [Jpeg, Png, WebP, Gif, Svg, Pdf, Docx, Pptx, Odt, Odp, Xlsx, Ods, Csv, Text, Mp3, Ogg];

    /// <summary>Groups in the order of filters.</summary>
    public static IReadOnlyList<string> Groups { get; } = [Pictures, Documents, Tables, Sound];

    /// <summary>What of any kind may be the largest, in bytes.</summary>
    public static long LargestOfAll { get; } = All.Max(k => k.Largest);

    /// <summary>For the file chooser of a browser.</summary>
    public static string Accept { get; } = string.Join(',', All.Select(k => k.Extension).Append(".jpeg"));

    /// <summary>The kind's name: its extension in capitals.</summary>
    public string Name => Extension[1..].ToUpperInvariant();

    public bool IsImage => Group == Pictures;

    /// <summary>Shown or played in the page; everything else is downloaded.</summary>
    public bool IsInline => Group is Pictures or Sound;

    public static MediaKind? OfExtension(string path) => All.FirstOrDefault(k => string.Equals(k.Extension, Path.GetExtension(path), StringComparison.OrdinalIgnoreCase)) ?? (Path.GetExtension(path).Equals(".jpeg", StringComparison.OrdinalIgnoreCase) ? Jpeg : null);
}
