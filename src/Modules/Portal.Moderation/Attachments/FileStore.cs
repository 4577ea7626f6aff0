using Portal.Cms.Data;

namespace Portal.Moderation.Attachments;

/// <summary>Where files that citizens add are kept: in the data folder, under an id, not below anything that a web server serves.</summary>
public sealed class FileStore(DataFolder data)
{
    public const string Name = "submission-files";

    string Folder => data.Folder(Name);

    public async Task WriteAsync(string id, byte[] bytes, CancellationToken cancel)
    {
        // Half a file never has the name of a whole one.
        var draft = PathOf(id) + ".part";
        await File.WriteAllBytesAsync(draft, bytes, cancel);
        File.Move(draft, PathOf(id), overwrite: true);
    }

    /// <returns>Null where it is gone.</returns>
    public Stream? Open(string id) => File.Exists(PathOf(id)) ? File.OpenRead(PathOf(id)) : null;

    public bool Has(string id) => File.Exists(PathOf(id));

    public void Delete(IEnumerable<string> ids)
    {
        foreach (var id in ids) File.Delete(PathOf(id));
    }

    /// <returns>Ids of what was written before an instant (UTC).</returns>
    public IEnumerable<string> WrittenBefore(DateTime utc) => new DirectoryInfo(Folder).EnumerateFiles().Where(f => f.LastWriteTimeUtc < utc && IsId(f.Name)).Select(f => f.Name);

    /// <summary>Deletes what an interruption left of work before an instant (UTC): half a file, and folders in which files were to be cleaned of what they tell.</summary>
    public void DeleteRemainsBefore(DateTime utc)
    {
        foreach (var half in new DirectoryInfo(Folder).EnumerateFiles().Where(f => f.LastWriteTimeUtc < utc && !IsId(f.Name)).ToList()) half.Delete();
        foreach (var workshop in new DirectoryInfo(Workshops).EnumerateDirectories().Where(d => d.LastWriteTimeUtc < utc).ToList()) workshop.Delete(recursive: true);
    }

    /// <summary>A folder for working on one file; disposing it deletes it.</summary>
    public Workshop OpenWorkshop() => new(Directory.CreateDirectory(Path.Combine(Workshops, Ids.New())).FullName);

    string Workshops => data.Folder(Name + "-work");

    static bool IsId(string name) => name.All(char.IsAsciiLetterOrDigit);

    string PathOf(string id) => IsId(id) ? Path.Combine(Folder, id) : throw new ArgumentException("An id is made of letters and digits.", nameof(id));
}

public sealed record Workshop(string Folder) : IDisposable
{
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
