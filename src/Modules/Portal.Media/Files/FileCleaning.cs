using Microsoft.Extensions.Logging;
using Portal.Cms;
using Portal.Cms.Processes;

namespace Portal.Media.Files;

/// <summary>A file that was taken in: what it is, and where it lies until it is put into its place.</summary>
/// <param name="Name">As its sender called it.</param>
/// <param name="Length">In bytes.</param>
public sealed record CleanedFile(string File, string Name, MediaKind Kind, long Length, string Version, (int Width, int Height)? Size);

/// <summary>Looks what a file is by its content and makes it anew without what it hides: where a photograph was taken, who wrote a document, what stands behind the last byte of a picture.</summary>
/// <remarks>The programs run as child processes with limits. Where one is missing, files that need it are refused rather than kept as they are: a photograph that says where it was taken can endanger somebody.</remarks>
public sealed class FileCleaning(ILogger<FileCleaning> log)
{
    /// <summary>Field of the form under which a refused file is reported.</summary>
    public const string Field = "files";

    /// <summary>Longer sides than this are of no use to a reader.</summary>
    const int LongestSide = 2560;

    static readonly ProcessLimits Limits = ProcessLimits.OneFile with { Memory = 2L << 30, Processor = TimeSpan.FromSeconds(45), Wall = TimeSpan.FromSeconds(90) };

    /// <summary>Everybody's files pass two at a time: the portal has other things to do.</summary>
    static readonly SemaphoreSlim Turns = new(2);

    public async Task<Result<CleanedFile>> RunAsync(Stream content, string givenName, Workshop workshop, CancellationToken cancel)
    {
        var (name, raw) = (SafeName.Title(givenName), workshop.File("raw"));
        if (!await WriteAsync(content, raw, cancel)) return Problem.Invalid(Field, "{0} is larger than {1} MB.", name, MediaKind.LargestOfAll / (1024 * 1024));
        var length = new FileInfo(raw).Length;
        if (length == 0) return Problem.Invalid(Field, "{0} is empty.", name);
        if (await Sniffing.KindOfAsync(raw, givenName, cancel) is not { } kind) return Problem.Invalid(Field, "{0} is not a file that can be added. Possible are {1}, without programs in them.", name, string.Join(", ", MediaKind.All.Select(k => k.Name)));
        if (length > kind.Largest) return Problem.Invalid(Field, "{0} is too large: a {1} may have {2} MB.", name, kind.Name, kind.Largest / (1024 * 1024));

        if (kind.IsImage && kind != MediaKind.Svg)
        {
            if (await ImageSize.OfAsync(raw, kind, cancel) is not { } announced) return Problem.Invalid(Field, "{0} could not be read. It may be damaged or protected by a password.", name);
            if (!ImageSize.IsSane(announced)) return Problem.Invalid(Field, "{0} has more than {1} million pixels. Make it smaller first.", name, ImageSize.MostPixels / 1_000_000);
        }

        if (ToolOf(kind) is { } tool && !ChildProgram.Exists(tool)) return Problem.Invalid(Field, "{0} cannot be taken: this site lacks the program that removes hidden data from such files.", name);
        if (await CleanAsync(raw, kind, workshop, cancel) is not { } clean) return kind == MediaKind.Svg
            ? Problem.Invalid(Field, "{0} is a drawing that contains more than lines and letters, such as scripts, styles or pictures from elsewhere. Save it as PNG.", name)
            : Problem.Invalid(Field, "{0} could not be read. It may be damaged or protected by a password.", name);
        return new CleanedFile(clean, name, kind, new FileInfo(clean).Length, await MediaStore.VersionOfAsync(clean, cancel), kind.IsImage ? await ImageSize.OfAsync(clean, kind, cancel) : null);
    }

    /// <summary>The program that files of this kind need; null = none.</summary>
    public static string? ToolOf(MediaKind kind) => kind.Cleaning switch { Cleaning.Redraw => "vipsthumbnail", Cleaning.RedrawFrames => "vips", Cleaning.Metadata => "mat2", _ => null };

    /// <returns>False where there was more than any file may have.</returns>
    static async Task<bool> WriteAsync(Stream content, string file, CancellationToken cancel)
    {
        await using var target = File.Create(file);
        var (buffer, written, count) = (new byte[64 * 1024], 0L, 0);
        while ((count = await content.ReadAsync(buffer, cancel)) > 0)
        {
            if ((written += count) > MediaKind.LargestOfAll) return false;
            await target.WriteAsync(buffer.AsMemory(0, count), cancel);
        }

        return true;
    }

    async Task<string?> CleanAsync(string raw, MediaKind kind, Workshop workshop, CancellationToken cancel)
    {
        var (before, after) = (workshop.File("in" + kind.Extension), workshop.File("in.cleaned" + kind.Extension));
        File.Move(raw, before);
        switch (kind.Cleaning)
        {
            case Cleaning.None: return before;
            case Cleaning.Drawing:
                if (Drawing.Clean(await File.ReadAllTextAsync(before, cancel)) is not { } drawing) return null;
                await File.WriteAllTextAsync(after, drawing, cancel);
                return after;
        }

        await Turns.WaitAsync(cancel);
        try
        {
            var result = await ChildProgram.RunAsync(ToolOf(kind)!, Arguments(kind, before, after), workshop.Folder, Limits, input: null, cancel);
            if (result.Succeeded && File.Exists(after)) return after;
            log.LogInformation("{Tool} could not clean a {Extension} file.", ToolOf(kind), kind.Extension);
            return null;
        }
        finally
        {
            Turns.Release();
        }
    }

    static IEnumerable<string> Arguments(MediaKind kind, string before, string after) => kind.Cleaning switch
    {
        Cleaning.Redraw => [before, "--size", $"{LongestSide}x{LongestSide}>", "--export-profile", "srgb", "-o", after + (kind == MediaKind.Jpeg ? "[Q=88,strip,optimize_coding]" : kind == MediaKind.WebP ? "[Q=88,strip]" : "[strip]")],
        Cleaning.RedrawFrames => ["copy", before + "[n=-1]", after + "[strip]"],
        // A document keeps its text for search: mat2's other way would turn it into pictures.
        _ => ["--no-sandbox", .. kind == MediaKind.Pdf ? ["-L"] : kind.Group == MediaKind.Docx.Group || kind.Group == MediaKind.Xlsx.Group ? new[] { "--unknown-members", "omit" } : [], before],
    };
}
