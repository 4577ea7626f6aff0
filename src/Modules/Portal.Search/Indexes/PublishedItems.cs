using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;

namespace Portal.Search.Indexes;

/// <param name="Document">The public text with the public shared fields.</param>
public sealed record PublishedItem(ContentItem Item, ContentDocument Document);

/// <summary>Reads public items with their texts.</summary>
public sealed class PublishedItems(PortalDb db)
{
    public Task<List<PublishedItem>> ByIdAsync(IReadOnlyList<string> ids, CancellationToken cancel) => ReadAsync(db.ContentItems.Where(i => ids.Contains(i.ContentItemId)), cancel);

    /// <param name="shared">The shared fields that become public now; the database has them only after the change.</param>
    public Task<List<PublishedItem>> SiblingsOfAsync(ContentItem item, string? shared, CancellationToken cancel) =>
        ReadAsync(db.ContentItems.Where(i => i.LocalizationSet == item.LocalizationSet && i.ContentItemId != item.ContentItemId), cancel, shared);

    /// <summary>The next items after this id, in the order of ids.</summary>
    public Task<List<PublishedItem>> AfterAsync(string id, int count, CancellationToken cancel) =>
#pragma warning disable CA1309 // The database compares, in its own order.
        ReadAsync(db.ContentItems.Where(i => i.PublishedVersionId != null && string.Compare(i.ContentItemId, id) > 0).OrderBy(i => i.ContentItemId).Take(count), cancel);
#pragma warning restore CA1309

    async Task<List<PublishedItem>> ReadAsync(IQueryable<ContentItem> items, CancellationToken cancel, string? newShared = null)
    {
        var rows = await (from item in items.AsNoTracking()
                          join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                          join shared in db.ContentSets on item.LocalizationSet equals shared.LocalizationSet into sets
                          from shared in sets.DefaultIfEmpty()
                          orderby item.ContentItemId
                          select new { Item = item, version.Json, Shared = shared == null ? null : shared.PublishedJson }).ToListAsync(cancel);
        return [.. rows.Select(r => new PublishedItem(r.Item, ContentDocument.Compose(r.Json, newShared ?? r.Shared)))];
    }
}
