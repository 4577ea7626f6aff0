using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Media;
using Portal.Media.Files;
using Portal.Media.Models;
using Portal.Media.Serving;

namespace Portal.Media.Queries;

/// <summary>What is asked of the library.</summary>
/// <param name="Folder">Id; empty = the top. With words or a filter everything below is looked through.</param>
/// <param name="Group">One of <see cref="MediaKind.Groups"/>; null = all.</param>
/// <param name="Show"><c>undescribed</c>, <c>unused</c>, <c>bin</c>; null = whatever is there.</param>
/// <param name="Before">Where the page begins: <c>{ticks}-{id}</c> of the last file of the page before.</param>
public sealed record LibraryFilter(string Folder = "", string? Q = null, string? Group = null, string? Show = null, string? Before = null)
{
    public bool IsSearch => !string.IsNullOrWhiteSpace(Q) || Group is not null || Show is not null;
    public bool IsBin => Show == "bin";
}

public sealed record FolderNode(string Id, string ParentId, string Name, string? OrganisationSet, bool MayFill, bool MayChange)
{
    /// <returns>Folders, each followed by those in it, with how deep it lies.</returns>
    public static IEnumerable<(FolderNode Folder, int Depth)> Tree(IReadOnlyList<FolderNode> folders, string parent = "", int depth = 0) =>
        depth > folders.Count ? [] : folders.Where(f => f.ParentId == parent).SelectMany(f => Tree(folders, f.Id, depth + 1).Prepend((f, depth)));
}

/// <param name="MissingAlt">Content cultures in which nobody said what the picture shows.</param>
public sealed record LibraryFile(MediaItem Item, MediaFacts Facts, int Uses, IReadOnlyList<Culture> MissingAlt, bool MayChange)
{
    public MediaKind? Kind { get; } = MediaKind.OfExtension(Item.Path);

    public string KindName => Kind?.Name ?? Path.GetExtension(Item.Path).TrimStart('.').ToUpperInvariant();

    /// <summary>Address of a small picture of it; null where there is none.</summary>
    public string? Thumbnail => Item.DeletedUtc is not null ? null : Facts.HasRenditions ? Renditions.Address(Facts, new(320, Renditions.Square, "webp")) : Item.IsImage ? Cms.Display.MediaUrl.Of(Item.Path, Facts) : Renditions.CoverOf(Facts);
}

/// <param name="Folders">All folders, in the order of their names.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record LibraryView(LibraryFilter Filter, IReadOnlyList<FolderNode> Folders, IReadOnlyList<LibraryFile> Files, string? Next)
{
    public FolderNode? Current => Folders.FirstOrDefault(f => f.Id == Filter.Folder);

    public IEnumerable<FolderNode> Children => Folders.Where(f => f.ParentId == Filter.Folder);

    /// <summary>From the top down to the folder shown.</summary>
    public IReadOnlyList<FolderNode> Way => WayTo(Current);

    public IReadOnlyList<FolderNode> WayTo(FolderNode? folder)
    {
        List<FolderNode> way = [];
        for (var step = folder; step is not null && !way.Contains(step); step = Folders.FirstOrDefault(f => f.Id == step.ParentId)) way.Insert(0, step);
        return way;
    }

    public bool MayFill { get; init; }
}

/// <summary>A page of the library: four queries, however much is in it.</summary>
public sealed class MediaLibrary(PortalDb db, MediaUsageList usages, ContentNames names, MediaAccess access)
{
    public const int PageSize = 48;

    public async Task<LibraryView> RunAsync(LibraryFilter filter, CancellationToken cancel)
    {
        var folders = await FoldersAsync(cancel);
        var items = await Page(filter, folders).ToListAsync(cancel);
        var page = items.Take(PageSize).ToList();
        var counts = await usages.CountsAsync([.. page.Select(i => i.Path)], cancel);
        return new(filter, folders, [.. page.Select(i => FileOf(i, counts.GetValueOrDefault(i.Path)))], items.Count > PageSize ? KeyOf(page[^1]) : null)
        {
            MayFill = folders.FirstOrDefault(f => f.Id == filter.Folder)?.MayFill ?? access.MayFill("", null),
        };
    }

    public LibraryFile FileOf(MediaItem item, int uses) => new(item, MediaCatalogue.FactsOf(item), uses, item.IsImage && !item.IsDecorative ? [.. Culture.ContentCultures.Where(c => !item.Alt.ContainsKey(c.Code))] : [], access.MayChange(item));

    /// <summary>All folders, a member's own among them even before anything is in it; organisations' own under the organisation's name.</summary>
    public async Task<IReadOnlyList<FolderNode>> FoldersAsync(CancellationToken cancel)
    {
        var rows = await db.MediaFolders.AsNoTracking().ToListAsync(cancel);
        if (access.OwnFolder is { } own && rows.All(r => r.Id != own)) rows.Add(new() { Id = own, Name = own, Path = own, OrganisationSet = own });
        var organisations = await names.InAsync(Culture.Current, rows.Where(r => r.Id == r.OrganisationSet).Select(r => r.Id), cancel);
        return [.. rows.Select(r => new FolderNode(r.Id, r.ParentId, r.Id == r.OrganisationSet ? organisations.GetValueOrDefault(r.Id)?.Name ?? r.Name : r.Name, r.OrganisationSet, access.MayFill(r.Id, r.OrganisationSet), access.MayChange(r) && r.Id != r.OrganisationSet))
            .OrderBy(f => f.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    IQueryable<MediaItem> Page(LibraryFilter filter, IReadOnlyList<FolderNode> folders)
    {
        var items = db.MediaItems.AsNoTracking().Where(i => filter.IsBin ? i.DeletedUtc != null : i.DeletedUtc == null);
        if (!filter.IsSearch) items = items.Where(i => i.FolderId == filter.Folder);
        else if (filter.Folder.Length > 0)
        {
            var below = Below(filter.Folder, folders);
            items = items.Where(i => below.Contains(i.FolderId));
        }

        foreach (var word in SafeName.Words(filter.Q).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8)) items = items.Where(i => i.Words.Contains(word));
        if (filter.Group is { } group)
        {
            var types = MediaKind.All.Where(k => k.Group == group).Select(k => k.ContentType).ToList();
            items = items.Where(i => types.Contains(i.ContentType));
        }

        if (filter.Show == "unused") items = items.Where(i => !usages.UsedPaths().Contains(i.Path));
        if (filter.Show == "undescribed") items = items.Where(i => i.IsUndescribed);
        if (filter.Before is { } key && TryRead(key, out var utc, out var id))
        {
#pragma warning disable CA1309 // In SQL this becomes <, which compares bytes on both databases.
            items = items.Where(i => i.CreatedUtc < utc || (i.CreatedUtc == utc && string.Compare(i.Id, id) < 0));
#pragma warning restore CA1309
        }

        return items.OrderByDescending(i => i.CreatedUtc).ThenByDescending(i => i.Id).Take(PageSize + 1);
    }

    static List<string> Below(string folder, IReadOnlyList<FolderNode> folders)
    {
        var (found, open) = (new List<string>(), new Queue<string>([folder]));
        while (open.TryDequeue(out var id))
        {
            if (found.Contains(id, StringComparer.Ordinal)) continue;
            found.Add(id);
            foreach (var child in folders.Where(f => f.ParentId == id)) open.Enqueue(child.Id);
        }

        return found;
    }

    static string KeyOf(MediaItem item) => FormattableString.Invariant($"{item.CreatedUtc.Ticks}-{item.Id}");

    static bool TryRead(string key, out DateTime utc, out string id)
    {
        (utc, id) = (default, "");
        if (key.Split('-', 2) is not [var ticks, var last] || !long.TryParse(ticks, System.Globalization.CultureInfo.InvariantCulture, out var number) || number < 0 || number > DateTime.MaxValue.Ticks) return false;
        (utc, id) = (new DateTime(number, DateTimeKind.Utc), last);
        return true;
    }
}
