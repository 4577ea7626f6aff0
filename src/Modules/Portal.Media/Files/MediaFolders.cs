using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Media.Models;

namespace Portal.Media.Files;

/// <summary>Finds and makes folders, inside a change.</summary>
public sealed class MediaFolders(PortalDb db, UnitOfWork work, MediaAccess access, TimeProvider clock)
{
    public static readonly Problem NoSuchFolder = Problem.NotFound("There is no such folder.");

    /// <summary>Under this rule addresses of files and folders are given out.</summary>
    public const string Addresses = "media addresses";

    /// <summary>The folder with this id, or the top for an empty one. An organisation's own folder is made when it is first filled.</summary>
    public async Task<Result<MediaFolder?>> ToFillAsync(string folderId, CancellationToken cancel)
    {
        if (folderId.Length == 0)
        {
            access.Demand(access.MayFill("", null));
            return (MediaFolder?)null;
        }

        var folder = await FindAsync(folderId, cancel);
        if (folder is null && (folderId == access.OwnFolder || (access.ManagesAll && await IsOrganisationAsync(folderId, cancel)))) folder = await MakeAsync("", folderId, $"organisations-{Slug.From(folderId)}", folderId, folderId, cancel);
        if (folder is null) return NoSuchFolder;
        access.Demand(access.MayFill(folder.Id, folder.OrganisationSet));
        return folder;
    }

    Task<bool> IsOrganisationAsync(string set, CancellationToken cancel) => db.ContentItems.AnyAsync(i => i.LocalizationSet == set && i.ContentType == "Organisation", cancel);

    public async Task<MediaFolder?> FindAsync(string folderId, CancellationToken cancel) => await db.MediaFolders.FindAsync([folderId], cancel);

    /// <summary>Makes a folder, with an address that no other has.</summary>
    public async Task<MediaFolder> MakeAsync(string parentId, string name, string slug, string? organisation, string? id, CancellationToken cancel)
    {
        await work.AloneAsync(Addresses, cancel);
        var parent = parentId.Length == 0 ? null : await FindAsync(parentId, cancel);
        var beginning = parent is null ? slug : $"{parent.Path}/{slug}";
        var taken = (await db.MediaFolders.Where(f => EF.Functions.Like(f.Path, beginning + "%")).Select(f => f.Path).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var path = Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? beginning : $"{beginning}-{n}").First(p => !taken.Contains(p));
        var folder = new MediaFolder { Id = id ?? Ids.New(), ParentId = parentId, Name = name, Path = path, OrganisationSet = organisation ?? parent?.OrganisationSet, CreatedUtc = clock.UtcNow };
        db.MediaFolders.Add(folder);
        return folder;
    }

    /// <returns>A path for a new file that none has or had.</returns>
    public async Task<string> AddressAsync(MediaFolder? folder, string title, MediaKind kind, MediaStore store, CancellationToken cancel)
    {
        await work.AloneAsync(Addresses, cancel);
        var beginning = folder is null ? "" : folder.Path + "/";
        for (var number = 1; ; number++)
        {
            var path = beginning + SafeName.Address(title, kind, number);
            if (!await db.MediaItems.AnyAsync(i => i.Path == path, cancel) && !File.Exists(store.Locate(path))) return path;
        }
    }

    /// <returns>The ids of a folder and of everything below it.</returns>
    public async Task<IReadOnlySet<string>> BelowAsync(string folderId, CancellationToken cancel)
    {
        var byParent = (await db.MediaFolders.AsNoTracking().Select(f => new { f.Id, f.ParentId }).ToListAsync(cancel)).ToLookup(f => f.ParentId, f => f.Id, StringComparer.Ordinal);
        var (found, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([folderId]));
        while (open.TryDequeue(out var id)) if (found.Add(id)) foreach (var child in byParent[id]) open.Enqueue(child);
        return found;
    }
}
