using System.Buffers.Binary;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Portal.Media.Files;

/// <summary>Reads how large a picture is from its header alone, before anything decodes it.</summary>
public static class ImageSize
{
    /// <summary>More than this is a bomb rather than a picture.</summary>
    public const long MostPixels = 100_000_000;

    /// <summary>A header comes early, but a camera's remarks may come before it.</summary>
    const int Read = 1024 * 1024;

    /// <returns>Pixels; null where the header does not say, or says nonsense.</returns>
    public static async Task<(int Width, int Height)?> OfAsync(string file, MediaKind kind, CancellationToken cancel)
    {
        if (kind == MediaKind.Svg) return OfDrawing(await File.ReadAllTextAsync(file, cancel));
        await using var stream = File.OpenRead(file);
        var bytes = new byte[Math.Min(Read, stream.Length)];
        await stream.ReadExactlyAsync(bytes, cancel);
        (int Width, int Height)? size = kind.Extension switch
        {
            ".png" => Png(bytes),
            ".jpg" => Jpeg(bytes),
            ".gif" => Gif(bytes),
            ".webp" => WebP(bytes),
            _ => null,
        };
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }

    /// <summary>Whether decoding it is safe.</summary>
    public static bool IsSane((int Width, int Height) size) => (long)size.Width * size.Height <= MostPixels;

    /// <summary>PNG specification, 11.2.2: the first chunk is IHDR.</summary>
    static (int, int)? Png(ReadOnlySpan<byte> bytes) => bytes.Length < 24 || !bytes[12..16].SequenceEqual("IHDR"u8) ? null : (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));

    /// <summary>GIF89a, 18: logical screen descriptor.</summary>
    static (int, int)? Gif(ReadOnlySpan<byte> bytes) => bytes.Length < 10 ? null : (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));

    /// <summary>Walks from marker to marker to the frame header (ITU-T T.81, B.2.2).</summary>
    static (int, int)? Jpeg(ReadOnlySpan<byte> bytes)
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

    /// <summary>RFC 9649, 2.5 to 2.7: lossy, lossless and extended files each say it elsewhere.</summary>
    static (int, int)? WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30) return null;
        var format = bytes[12..16];
        if (format.SequenceEqual("VP8X"u8)) return (1 + Three(bytes[24..]), 1 + Three(bytes[27..]));
        if (format.SequenceEqual("VP8 "u8)) return (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
        if (!format.SequenceEqual("VP8L"u8)) return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
        return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
    }

    static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    /// <summary>The sides it gives itself, or those of its view box.</summary>
    static (int, int)? OfDrawing(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader).Root!;
            if (Length(root.Attribute("width")) is { } width && Length(root.Attribute("height")) is { } height) return (width, height);
            var box = ((string?)root.Attribute("viewBox") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            return box.Length == 4 && Number(box[2]) is { } across && Number(box[3]) is { } down ? (across, down) : null;
        }
        catch (XmlException) { return null; }
    }

    static int? Length(XAttribute? attribute) => attribute is null ? null : Number(attribute.Value.Replace("px", "", StringComparison.Ordinal));

    static int? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 1 and < 100_000 ? (int)Math.Round(value) : null;
}
