using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Processes;
using Portal.Media.Documents;
using Portal.Media.Models;
using Portal.Media.Serving;

namespace Portal.Media.Files;

/// <param name="Strays">Paths of files that the library does not know.</param>
/// <param name="Missing">Paths that the library knows and where no file is.</param>
/// <param name="Programs">Programs that are not installed, with what is not done without them.</param>
public sealed record MediaFindings(IReadOnlyList<string> Strays, IReadOnlyList<string> Missing, IReadOnlyList<(string Program, string Without)> Programs);

/// <summary>Holds the library against its folder.</summary>
public sealed class MediaCheck(PortalDb db, MediaStore store)
{
    static readonly (string Program, string Without)[] Needed =
    [
        (RenditionMaker.Resizer, "pictures cannot be uploaded, and pages show them in one size"), (RenditionMaker.Cropper, "GIF pictures cannot be uploaded, and pictures are not cropped"), ("mat2", "documents and sound cannot be uploaded"),
        (DocumentReading.Counter, "pages of PDF files are not counted"), (DocumentReading.Reader, "the words of PDF files are not found"), (RenditionMaker.CoverTool, "PDF files are shown without their first page"),
    ];

    public async Task<MediaFindings> RunAsync(CancellationToken cancel)
    {
        var known = await db.MediaItems.AsNoTracking().Where(i => i.DeletedUtc == null).Select(i => i.Path).ToHashSetAsync(StringComparer.Ordinal, cancel);
        var there = Files().ToHashSet(StringComparer.Ordinal);
        return new([.. there.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal)], [.. known.Except(there, StringComparer.Ordinal).Order(StringComparer.Ordinal)], [.. Needed.Where(n => !ChildProgram.Exists(n.Program))]);
    }

    /// <summary>Every whole file of the media folder, by its path.</summary>
    IEnumerable<string> Files() => Directory.EnumerateFiles(store.Root, "*", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith(".part", StringComparison.Ordinal) && !Path.GetFileName(f).StartsWith('.'))
        .Select(f => Path.GetRelativePath(store.Root, f).Replace(Path.DirectorySeparatorChar, '/'));
}
