using System.Text;

namespace Portal.Media.Files;

/// <summary>Says what a file is, by its content: its name decides nothing but which of two kinds of plain text it is.</summary>
public static class Sniffing
{
    const int Beginning = 64;

    /// <returns>Null where it is nothing that the library takes, or two things at once.</returns>
    public static async Task<MediaKind?> KindOfAsync(string file, string givenName, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(file);
        var start = new byte[Beginning];
        var length = await stream.ReadAtLeastAsync(start, Beginning, throwOnEndOfStream: false, cancel);
        stream.Position = 0;
        if (Binary(start.AsSpan(0, length)) is { } known) return known;
        return start.AsSpan(0, length).StartsWith<byte>([(byte)'P', (byte)'K', 3, 4]) ? OfficePackage.KindOf(stream) : await TextKindAsync(stream, givenName, cancel);
    }

    /// <summary>By the magic numbers of the formats' own specifications.</summary>
    static MediaKind? Binary(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return MediaKind.Jpeg;
        if (start.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return MediaKind.Png;
        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8)) return MediaKind.Gif;
        if (start.Length >= 16 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8)) return MediaKind.WebP;
        if (start.StartsWith("%PDF-"u8)) return MediaKind.Pdf;
        if (start.StartsWith("OggS"u8)) return MediaKind.Ogg;
        // A tag, or the first frame: eleven bits of synchronisation, MPEG-1 or 2, layer III.
        return start.StartsWith("ID3"u8) || (start.Length > 2 && start[0] == 0xFF && (start[1] & 0xE6) == 0xE2) ? MediaKind.Mp3 : null;
    }

    /// <summary>Well-formed UTF-8 without control characters. A drawing is one, too.</summary>
    static async Task<MediaKind?> TextKindAsync(Stream stream, string givenName, CancellationToken cancel)
    {
        if (stream.Length == 0 || stream.Length > MediaKind.Csv.Largest) return null;
        using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        var (buffer, first) = (new char[16 * 1024], "");
        try
        {
            int count;
            while ((count = await reader.ReadAsync(buffer, cancel)) > 0)
            {
                if (first.Length == 0) first = new string(buffer, 0, Math.Min(count, 1024)).TrimStart('\uFEFF').TrimStart();
                if (buffer.AsSpan(0, count).ContainsAnyInRange('\0', '\u0008') || buffer.AsSpan(0, count).ContainsAnyInRange('\u000e', '\u001f')) return null;
            }
        }
        catch (DecoderFallbackException) { return null; }

        if (first.StartsWith('<')) return first.Contains("<svg", StringComparison.OrdinalIgnoreCase) && !first.Contains("<html", StringComparison.OrdinalIgnoreCase) ? MediaKind.Svg : null;
        // Scripts of a system begin so.
        if (first.StartsWith("#!", StringComparison.Ordinal)) return null;
        return Path.GetExtension(givenName).ToLowerInvariant() switch { ".csv" => MediaKind.Csv, ".txt" => MediaKind.Text, _ => null };
    }
}
