using System.Globalization;
using System.IO.Compression;
using System.Text;
using Portal.Cms.Processes;

namespace Portal.IntegrationTests.Media;

/// <summary>Files for the library, drawn by the programs that the portal uses, or made by hand to do harm.</summary>
static class Pictures
{
    /// <summary>A photograph of a size, with the place where it was taken and who took it.</summary>
    public static async Task<byte[]> PhotographAsync(int width = 1200, int height = 800)
    {
        var plain = await DrawnAsync(width, height, "out.jpg[Q=80]");
        // An APP1 segment directly after the start, as cameras write it (Exif 2.3, 4.5.4).
        byte[] exif = [.. "Exif\0\0"u8, .. Exif("Arta Krasniqi", latitude: 42)];
        byte[] segment = [0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif];
        return [.. plain[..2], .. segment, .. plain[2..]];
    }

    public static Task<byte[]> DrawnAsync(int width, int height, string output) => RunAsync(async folder =>
    {
        // Left half dark, right half light: so that a test sees what was cropped.
        await File.WriteAllBytesAsync(Path.Combine(folder, "in.png"), Png(width, height));
        return (await ChildProgram.RunAsync("vips", ["copy", "in.png", output], folder, ProcessLimits.OneFile, null, CancellationToken.None), output.Split('[')[0]);
    });

    static byte[] Png(int width, int height)
    {
        var rows = new byte[height * (1 + (width * 3))];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width * 3; x++) rows[(y * (1 + (width * 3))) + 1 + x] = (byte)(x / 3 < width / 2 ? 20 + (x % 7) : 230 + (x % 11));
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(rows);
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. Chunk("IHDR", [.. Number(width), .. Number(height), 8, 2, 0, 0, 0]), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    static byte[] Chunk(string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        return [.. Number(content.Length), .. named, .. Number((int)Crc(named))];
    }

    static byte[] Number(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }

    /// <summary>A PNG of a few bytes that says it is thirty thousand pixels wide and high.</summary>
    public static byte[] Bomb()
    {
        byte[] header = [.. "IHDR"u8, 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 2, 0, 0, 0];
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, .. header, 0, 0, 0, 0, 0, 0, 0, 0, .. "IDAT"u8, 0, 0, 0, 0];
    }

    /// <summary>A report of two pages with a word that stands nowhere else, and its author's name in what programs hide.</summary>
    public static Task<byte[]> ReportAsync(string word) => RunAsync(async folder =>
    {
        var pages = new[] { $"Raporti: {word}", "Second page" };
        var objects = new List<string> { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>" };
        foreach (var (text, index) in pages.Select((t, i) => (t, i)))
        {
            var stream = $"BT /F1 24 Tf 72 700 Td ({text}) Tj ET";
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (index * 2)} 0 R >>");
            objects.Add($"<< /Length {stream.Length} >>\nstream\n{stream}\nendstream");
        }

        objects.Add("<< /Author (Arta from the third floor) /Title (Secret) >>");
        var (text2, offsets) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (body, index) in objects.Select((o, i) => (o, i)))
        {
            offsets.Add(text2.Length);
            text2.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        var table = text2.Length;
        text2.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n").AppendJoin("", offsets.Select(o => $"{o:D10} 00000 n \n")).Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R /Info {objects.Count} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "report.pdf"), text2.ToString(), Encoding.Latin1);
        return (new ProcessResult(true, [], ""), "report.pdf");
    });

    static async Task<byte[]> RunAsync(Func<string, Task<(ProcessResult Result, string File)>> make)
    {
        var folder = Directory.CreateTempSubdirectory("portal-pictures-").FullName;
        try
        {
            var (result, file) = await make(folder);
            result.Succeeded.ShouldBeTrue(result.Error);
            return await File.ReadAllBytesAsync(Path.Combine(folder, file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A TIFF block with an artist and a place: the tags that a photograph must lose.</summary>
    static byte[] Exif(string artist, byte latitude)
    {
        var name = Encoding.ASCII.GetBytes(artist + "\0");
        const int entries = 8 + 2 + (2 * 12) + 4;
        var gps = entries + name.Length;
        var values = gps + 2 + (2 * 12) + 4;
        return
        [
            .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 2,
            0x01, 0x3B, 0, 2, 0, 0, 0, (byte)name.Length, 0, 0, 0, entries,
            0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, (byte)gps,
            0, 0, 0, 0, .. name,
            0, 2, 0, 1, 0, 2, 0, 0, 0, 2, (byte)'N', 0, 0, 0,
            0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, (byte)values,
            0, 0, 0, 0,
            0, 0, 0, latitude, 0, 0, 0, 1, 0, 0, 0, 39, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0, 1,
        ];
    }
}
