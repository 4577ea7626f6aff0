using System.Security.Cryptography;
using Portal.Cms.Data;
using Portal.Cms.Media;

namespace Portal.Media.Files;

/// <summary>Where the library keeps its files: the media folder, the bin beside it, and what is made of them.</summary>
public sealed class MediaStore(DataFolder data)
{
    public const string Folder = "media", RenditionFolder = "media-renditions", BinFolder = "media-bin", WorkFolder = "media-work", StageFolder = "media-staged";

    public string Root => data.Folder(Folder);

    /// <returns>The file's absolute path; null for a path that leads out of the media folder.</returns>
    public string? Locate(string path) => Inside(Root, path);

    /// <returns>Where a rendition is or will be; null for a path that leads elsewhere.</returns>
    public string? Locate(string version, Rendition rendition, string path) => Inside(Path.Combine(data.Folder(RenditionFolder), version, rendition.Name), $"{path}.{rendition.Format}");

    public string BinOf(string id) => Path.Combine(data.Folder(BinFolder), id);

    /// <summary>Puts a file where it is served. Readers see the old file or the new one, never half of it.</summary>
    public void Place(string from, string path)
    {
        var target = Locate(path) ?? throw new ArgumentException("The path leads out of the media folder.", nameof(path));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(from, target, overwrite: true);
    }

    /// <summary>Lays a file ready beside the media folder, to be put in place once it counts.</summary>
    public void Stage(string from, string id, string version)
    {
        Directory.CreateDirectory(data.Folder(StageFolder));
        File.Move(from, Staged(id, version), overwrite: true);
    }

    /// <summary>Puts the file that was laid ready where it is served, if it is there still.</summary>
    public void PlaceStaged(string id, string version, string path)
    {
        try { Place(Staged(id, version), path); }
        catch (FileNotFoundException) { /* Another process has put it in place already. */ }
    }

    public void DropStaged(string id, string version) => File.Delete(Staged(id, version));

    /// <returns>What lies ready and was laid there before an instant (UTC): whoever did has not come back.</returns>
    public IReadOnlyList<(string Id, string Version)> StagedBefore(DateTime utc) =>
        !Directory.Exists(data.Folder(StageFolder)) ? [] : [.. from file in Directory.EnumerateFiles(data.Folder(StageFolder)) where File.GetLastWriteTimeUtc(file) < utc let name = Path.GetFileName(file).Split('~') where name.Length == 2 select (name[0], name[1])];

    string Staged(string id, string version) => Path.Combine(data.Folder(StageFolder), $"{id}~{version}");

    public void Bin(string id, string path)
    {
        if (Locate(path) is { } file && File.Exists(file)) File.Move(file, BinOf(id), overwrite: true);
    }

    public void Unbin(string id, string path)
    {
        if (File.Exists(BinOf(id))) Place(BinOf(id), path);
    }

    /// <summary>Forgets what was made of a version of a file.</summary>
    public void DropRenditions(string version)
    {
        var folder = Path.Combine(data.Folder(RenditionFolder), version);
        if (version.Length > 0 && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>A folder for working on one file; disposing it deletes it.</summary>
    public Workshop OpenWorkshop() => new(Directory.CreateDirectory(Path.Combine(data.Folder(WorkFolder), Ids.New())).FullName);

    /// <returns>Ten bytes of the SHA-256: enough that two versions of one file never share an address.</returns>
    public static async Task<string> VersionOfAsync(string file, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower((await SHA256.HashDataAsync(stream, cancel)).AsSpan(0, 10));
    }

    static string? Inside(string folder, string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal)) return null;
        var root = folder + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(root, path));
        return file.StartsWith(root, StringComparison.Ordinal) ? file : null;
    }
}

public sealed record Workshop(string Folder) : IDisposable
{
    public string File(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
