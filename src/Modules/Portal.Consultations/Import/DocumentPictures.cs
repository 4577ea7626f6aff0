using System.Security.Cryptography;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Media;
using Portal.Cms.Processes;

namespace Portal.Consultations.Import;

/// <summary>Keeps the pictures of a document in the media folder, each under a name made from its content. What is no picture that browsers show is left out.</summary>
public sealed class DocumentPictures(DataFolder data, UploadFolder uploads, IEnumerable<IMediaIntake> intakes)
{
    const string Resizer = "vipsthumbnail";

    /// <summary>Longest side, in pixels, that a picture keeps.</summary>
    const int LongestSide = 1600;

    /// <param name="set">Localization set of the consultation.</param>
    /// <returns>The text with the addresses that the pictures have now, and how many were left out.</returns>
    public async Task<(string Markdown, int LeftOut)> KeepAsync(ConvertedDocument document, string set, CancellationToken cancel)
    {
        var (markdown, leftOut, kepts) = (document.Markdown, 0, new List<MediaArrival>());
        foreach (var (path, bytes) in document.Pictures.Where(p => document.Markdown.Contains($"({p.Key})", StringComparison.Ordinal)))
        {
            var kept = KindOf(bytes) is { } kind ? await SafeAsync(bytes, kind, cancel) : null;
            if (kept is null)
            {
                leftOut++;
                markdown = System.Text.RegularExpressions.Regex.Replace(markdown, $@"!\[([^\]\n]*)\]\({System.Text.RegularExpressions.Regex.Escape(path)}\)", "$1", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
                continue;
            }

            var name = $"consultations/{Slug(set)}/{Convert.ToHexStringLower(SHA256.HashData(kept.Value.Bytes))[..32]}.{kept.Value.Kind}";
            await WriteAsync(name, kept.Value.Bytes, cancel);
            kepts.Add(new(name));
            markdown = markdown.Replace($"({path})", $"({MediaUrl.Of(name)})", StringComparison.Ordinal);
        }

        if (kepts.Count > 0) foreach (var intake in intakes) await intake.TakeInAsync(kepts, cancel);
        return (markdown, leftOut);
    }

    /// <summary>Drawn anew where the program for it is there: what a camera wrote into the file goes, and what only a decoder would have noticed.</summary>
    /// <returns>Null where it could not be drawn.</returns>
    async Task<(byte[] Bytes, string Kind)?> SafeAsync(byte[] bytes, string kind, CancellationToken cancel)
    {
        if (!ChildProgram.Exists(Resizer)) return (bytes, kind);

        var to = kind == "jpg" ? "jpg" : "png";
        using var work = uploads.OpenWork();
        await File.WriteAllBytesAsync(work.File("in." + kind), bytes, cancel);
        var drawn = await ChildProgram.RunAsync(Resizer, ["in." + kind, "--size", $"{LongestSide}x{LongestSide}>", "-o", $"out.{to}[strip]"], work.Folder, ProcessLimits.OneFile, null, cancel);
        var file = work.File("out." + to);
        return drawn.Succeeded && File.Exists(file) ? (await File.ReadAllBytesAsync(file, cancel), to) : null;
    }

    async Task WriteAsync(string name, byte[] bytes, CancellationToken cancel)
    {
        var target = Path.Combine(data.Folder("media"), name);
        // The name is made from the content: what is there is the same.
        if (File.Exists(target)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var half = $"{target}.{Ids.New()}.part";
        await File.WriteAllBytesAsync(half, bytes, cancel);
        File.Move(half, target, overwrite: true);
    }

    static string Slug(string set) => Cms.Localization.Slug.From(set);

    /// <returns>The picture's kind by its first bytes; null for what is none that browsers show.</returns>
    static string? KindOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) ? "png" :
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "jpg" :
        bytes.StartsWith("GIF8"u8) ? "gif" :
        bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? "webp" : null;
}
