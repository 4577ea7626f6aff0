using Portal.Cms.Data;
using Portal.Cms.Jobs;

namespace Portal.Cms.Http;

/// <summary>Where large parts of a form lie while their request lasts, and what is made of them on the way: in the data folder, which is looked after. In the machine's temporary folder, what a power cut left of somebody's photograph would stay.</summary>
/// <remarks>ASP.NET Core writes parts above 64 KiB into files and deletes them at the end of the request. It reads the name of the folder once per process, from <c>ASPNETCORE_TEMP</c>.</remarks>
public sealed class UploadFolder(DataFolder data, TimeProvider clock)
{
    public const string Name = "uploads", Variable = "ASPNETCORE_TEMP";

    /// <summary>No request takes so long.</summary>
    static readonly TimeSpan Interrupted = TimeSpan.FromHours(1);

    /// <summary>From now on the whole process uses it; to be called before the first request.</summary>
    public void Use()
    {
        Environment.SetEnvironmentVariable(Variable, data.Folder(Name));
        DeleteInterrupted();
    }

    /// <returns>A folder of its own for working on one upload; disposing it deletes it with all that is in it.</returns>
    public UploadWork OpenWork() => new(Directory.CreateDirectory(Path.Combine(data.Folder(Name), Ids.New())).FullName);

    /// <summary>Deletes what requests left that were interrupted; what came within the last hour may belong to another node's request.</summary>
    public void DeleteInterrupted()
    {
        var (folder, before) = (new DirectoryInfo(data.Folder(Name)), clock.UtcNow - Interrupted);
        foreach (var file in folder.EnumerateFiles().Where(f => f.LastWriteTimeUtc < before)) file.Delete();
        foreach (var work in folder.EnumerateDirectories().Where(d => d.LastWriteTimeUtc < before)) work.Delete(recursive: true);
    }
}

/// <summary>A folder in which one upload is worked on.</summary>
/// <param name="Folder">Absolute path.</param>
public sealed record UploadWork(string Folder) : IDisposable
{
    public string File(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>Deletes what interrupted requests left, where the portal is never started anew.</summary>
public sealed class ForgetUploads(UploadFolder folder) : IJob
{
    public Task RunAsync(CancellationToken cancel)
    {
        folder.DeleteInterrupted();
        return Task.CompletedTask;
    }
}
