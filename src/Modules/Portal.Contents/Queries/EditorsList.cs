using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;

namespace Portal.Contents.Queries;

/// <summary>How an item's latest text stands to its public one.</summary>
public enum ItemState { Draft, Published, Changed }

/// <summary>What the editors' list is narrowed down to; null = everything.</summary>
public sealed record EditorsFilter(string? Type = null, string? Culture = null, ItemState? State = null, int Page = 1);

public sealed record EditorsRow(string ContentItemId, string Title, string ContentType, string Culture, DateTime ModifiedUtc, string? PublicPath, bool IsPublic, bool HasDraft)
{
    public ItemState State => !IsPublic ? ItemState.Draft : HasDraft ? ItemState.Changed : ItemState.Published;
}

public sealed record EditorsView(EditorsFilter Filter, IReadOnlyList<EditorsRow> Rows, int Total, int Pages);

/// <summary>The items that an editor may work on, last changed first: all of them, or those of one's own organisation. Two queries.</summary>
public sealed class EditorsList(PortalDb db, ContentAccess access)
{
    const int PageSize = 50;

    public async Task<EditorsView> RunAsync(EditorsFilter filter, CancellationToken cancel)
    {
        var items = access.Editable(db.ContentItems).Where(i => i.LatestVersionId != null
            && (filter.Type == null || i.ContentType == filter.Type)
            && (filter.Culture == null || i.Culture == filter.Culture));
        items = filter.State switch
        {
            ItemState.Draft => items.Where(i => i.PublishedVersionId == null),
            ItemState.Published => items.Where(i => i.PublishedVersionId == i.LatestVersionId),
            ItemState.Changed => items.Where(i => i.PublishedVersionId != null && i.PublishedVersionId != i.LatestVersionId),
            _ => items,
        };

        var total = await items.CountAsync(cancel);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var rows = await (from item in items
                          join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
                          orderby item.ModifiedUtc descending, item.ContentItemId
                          select new EditorsRow(item.ContentItemId, version.DisplayText, item.ContentType, item.Culture, item.ModifiedUtc, item.PublishedPath,
                              item.PublishedVersionId != null, item.LatestVersionId != item.PublishedVersionId))
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new(filter with { Page = page }, rows, total, pages);
    }
}
