using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Media.Models;

namespace Portal.Media.Queries;

/// <param name="Owner">User name of whoever brought it; null for what came by recipe.</param>
/// <param name="HasText">Its words were read, for the search.</param>
public sealed record MediaFileView(LibraryFile File, IReadOnlyList<FolderNode> Folders, IReadOnlyList<MediaUse> Uses, string? Owner, bool HasText, bool MayDescribe)
{
    public IReadOnlyList<FolderNode> Way => new LibraryView(new(File.Item.FolderId), Folders, [], null).Way;
}

/// <summary>Everything about one file: a handful of queries.</summary>
public sealed class MediaFilePage(PortalDb db, MediaLibrary library, MediaUsageList usages, MediaAccess access)
{
    public async Task<MediaFileView?> RunAsync(string id, CancellationToken cancel)
    {
        if (await db.MediaItems.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } item) return null;
        var uses = await usages.OfAsync(item.Path, Culture.Current, cancel);
        var owner = item.OwnerId is null ? null : await db.Users.Where(u => u.Id == item.OwnerId).Select(u => u.UserName).SingleOrDefaultAsync(cancel);
        return new(library.FileOf(item, uses.Count), await library.FoldersAsync(cancel), uses, owner, await db.MediaTexts.AnyAsync(t => t.Id == id, cancel), access.MayDescribe(item));
    }
}
