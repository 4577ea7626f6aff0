using System.Buffers.Binary;
using System.IO.Compression;

namespace Portal.Moderation.Attachments;

/// <summary>What kind of file something is, by its content. What is not here is not taken.</summary>
/// <param name="Extension">With its dot.</param>
/// <param name="Tool">The program that cleans such files.</param>
public sealed record FileKind(string Extension, string ContentType, string Tool)
{
    public static readonly FileKind
        Pdf = new(".pdf", "application/pdf", "mat2"),
        Docx = new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "mat2"),
        Odt = new(".odt", "application/vnd.oasis.opendocument.text", "mat2"),
        Png = new(".png", "image/png", "vipsthumbnail"),
        Jpeg = new(".jpg", "image/jpeg", "vipsthumbnail");

    /// <summary>For the file chooser of a browser.</summary>
    public const string Accept = ".pdf,.docx,.odt,.png,.jpg,.jpeg";

    /// <summary>More than this is a bomb rather than a picture.</summary>
    const long MostPixels = 100_000_000;
    const int MostMembers = 2000;
    const long LargestUnpacked = 200L * 1024 * 1024;

    /// <returns>Null where it is none of these, or one that is made to do harm.</returns>
    public static FileKind? Of(byte[] bytes)
    {
        var start = bytes.AsSpan(0, Math.Min(bytes.Length, 16));
        if (start.StartsWith("%PDF-"u8)) return Pdf;
        if (start.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return IsSane(PngSize(bytes)) ? Png : null;
        if (start.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return IsSane(JpegSize(bytes)) ? Jpeg : null;
        return start.StartsWith<byte>([(byte)'P', (byte)'K', 3, 4]) ? OfPackage(bytes) : null;
    }

    static FileKind? OfPackage(byte[] bytes)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (package.Entries.Count > MostMembers || package.Entries.Sum(e => e.Length) > LargestUnpacked) return null;
            // Macros and embedded programs are no part of a comment.
            if (package.Entries.Any(e => e.FullName.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || e.FullName.StartsWith("Basic/", StringComparison.Ordinal) || e.FullName.StartsWith("Scripts/", StringComparison.Ordinal))) return null;
            if (package.GetEntry("word/document.xml") is not null && package.GetEntry("[Content_Types].xml") is not null) return Docx;
            if (package.GetEntry("mimetype") is not { Length: < 100 } type || package.GetEntry("content.xml") is null) return null;
            using var reader = new StreamReader(type.Open());
            return reader.ReadToEnd().Trim() == Odt.ContentType ? Odt : null;
        }
        catch (InvalidDataException) { return null; }
    }

    static bool IsSane((int Width, int Height)? size) => size is ( > 0, > 0) and var (width, height) && (long)width * height <= MostPixels;

    static (int Width, int Height)? PngSize(ReadOnlySpan<byte> bytes) => bytes.Length < 24 ? null : (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));

    /// <summary>Walks from marker to marker to the frame header (ITU-T T.81, B.2.2).</summary>
    static (int Width, int Height)? JpegSize(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF) { at++; continue; }
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }
}
