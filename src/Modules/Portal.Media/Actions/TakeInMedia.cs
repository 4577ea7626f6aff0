using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Media;
using Portal.Media.Documents;
using Portal.Media.Files;
using Portal.Media.Models;
using Portal.Media.Usages;

namespace Portal.Media.Actions;

/// <summary>Writes down files that something else put into the media folder: a recipe, an imported document, an operator's copy. They are kept as they are.</summary>
public sealed class TakeInMedia(UnitOfWork work, PortalDb db, MediaStore store, MediaFolders folders, MediaChanges changes, TimeProvider clock) : IMediaIntake
{
    async Task IMediaIntake.TakeInAsync(IReadOnlyList<MediaArrival> files, CancellationToken cancel)
    {
        if ((await RunAsync(files, cancel)).Problem is { } problem) throw new InvalidOperationException(problem.Message);
    }

    /// <returns>How many files are new to the library.</returns>
    public Task<Result<int>> RunAsync(IReadOnlyList<MediaArrival> files, CancellationToken cancel) => work.RunAsync<int>(async () =>
    {
        var paths = files.Select(f => f.Path).ToList();
        var known = await db.MediaItems.Where(i => paths.Contains(i.Path)).ToDictionaryAsync(i => i.Path, StringComparer.Ordinal, cancel);
        // Reading many rows one by one would take a query each.
        await db.MediaFolders.LoadAsync(cancel);
        var added = 0;
        foreach (var arrival in files.DistinctBy(f => f.Path, StringComparer.Ordinal))
        {
            if (store.Locate(arrival.Path) is not { } file || !File.Exists(file)) continue;
            if (!known.TryGetValue(arrival.Path, out var item))
            {
                added++;
                db.MediaItems.Add(item = await NewAsync(arrival.Path, cancel));
            }

            await ReadAsync(item, file, cancel);
            if (arrival.Description is { } said) Describe(item, said);
            item.Derive();
            await changes.EvictAsync(item, cancel);
        }

        return added;
    }, cancel);

    async Task<MediaItem> NewAsync(string path, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var folder = await FolderAsync(Path.GetDirectoryName(path) ?? "", cancel);
        return new()
        {
            Id = Ids.New(), Path = path, FolderId = folder?.Id ?? "", OrganisationSet = folder?.OrganisationSet, Title = Path.GetFileNameWithoutExtension(path), ContentType = "application/octet-stream", Version = "", CreatedUtc = now, ModifiedUtc = now, Stamp = Guid.NewGuid(),
        };
    }

    /// <summary>The folder whose files have such addresses, made with those above it where there is none.</summary>
    async Task<MediaFolder?> FolderAsync(string path, CancellationToken cancel)
    {
        if (path.Length == 0) return null;
        if (db.MediaFolders.Local.FirstOrDefault(f => f.Path == path) is { } known) return known;
        var parent = await FolderAsync(Path.GetDirectoryName(path) ?? "", cancel);
        var name = Path.GetFileName(path);
        return await folders.MakeAsync(parent?.Id ?? "", name, name, null, null, cancel);
    }

    async Task ReadAsync(MediaItem item, string file, CancellationToken cancel)
    {
        var version = await MediaStore.VersionOfAsync(file, cancel);
        (item.DeletedUtc, item.ModifiedUtc) = (null, clock.UtcNow);
        // The focal point may have changed the version, not the beginning of it.
        if (item.Version.Length > 0 && version.StartsWith(item.Version[..12], StringComparison.Ordinal)) return;

        var kind = MediaKind.OfExtension(item.Path);
        var size = kind is { IsImage: true } ? await ImageSize.OfAsync(file, kind, cancel) : null;
        (item.ContentType, item.Length, item.Version, item.Width, item.Height, item.Pages) = (kind?.ContentType ?? "application/octet-stream", new FileInfo(file).Length, version, size?.Width, size?.Height, null);
        item.Stamp = Guid.NewGuid();
        if (kind == MediaKind.Pdf) work.Tell(DocumentReading.MessageKind, DocumentReading.Payload(item));
    }

    static void Describe(MediaItem item, MediaDescription said)
    {
        (item.Title, item.IsDecorative) = (said.Title ?? item.Title, said.Decorative);
        if (said.Alt is { } alt) item.Alt = alt.Where(a => Culture.ContentCultures.Any(c => c.Code == a.Key)).ToDictionary(StringComparer.Ordinal);
        (item.Credit, item.Licence) = (said.Credit ?? item.Credit, said.Licence ?? item.Licence);
        (item.FocusX, item.FocusY) = (Math.Clamp(said.FocusX ?? item.FocusX, 0, 1), Math.Clamp(said.FocusY ?? item.FocusY, 0, 1));
    }
}
