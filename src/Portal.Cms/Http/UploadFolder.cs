using Portal.Cms.Data;
using Portal.Cms.Jobs;

namespace Portal.Cms.Http;

/// <summary>Where large parts of a form lie while their request lasts: in the data folder, which is looked after. In the machine's temporary folder, what a power cut left of somebody's photograph would stay.</summary>
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

    /// <summary>Deletes what requests left that were interrupted; what came within the last hour may belong to another node's request.</summary>
    public void DeleteInterrupted()
    {
        foreach (var file in new DirectoryInfo(data.Folder(Name)).EnumerateFiles().Where(f => f.LastWriteTimeUtc < clock.UtcNow - Interrupted)) file.Delete();
    }
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
