using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Contents.Lists;

namespace Portal.Contents.Queries;

public sealed record BinRow(string ContentItemId, string VersionId, string Title, string ContentType, string Culture, DateTime RemovedUtc, string? RemovedBy);

/// <param name="Next">Place behind which the next page begins; null on the last one.</param>
public sealed record BinView(IReadOnlyList<BinRow> Rows, string? Next);

/// <summary>What is in the bin and may be brought back by the person, last removed first. One query.</summary>
public sealed class BinPage(PortalDb db, ContentAccess access)
{
    const int PageSize = 50;

    public async Task<BinView> RunAsync(string? after, CancellationToken cancel)
    {
        var items = access.Editable(db.ContentItems).Where(i => i.LatestVersionId == null && i.RemovedUtc != null);
        if (ListPlace.Parse(after) is { Instant: { } at, ContentItemId: var id })
        {
#pragma warning disable CA1309 // The database compares, and EF translates no other overload.
            items = items.Where(i => i.RemovedUtc <= at && (i.RemovedUtc < at || string.Compare(i.ContentItemId, id) < 0));
#pragma warning restore CA1309
        }

        var rows = await (from item in items.OrderByDescending(i => i.RemovedUtc).ThenByDescending(i => i.ContentItemId).Take(PageSize + 1)
                          join version in db.ContentItemVersions on item.RemovedVersionId equals version.VersionId
                          orderby item.RemovedUtc descending, item.ContentItemId descending
                          select new BinRow(item.ContentItemId, version.VersionId, version.DisplayText, item.ContentType, item.Culture, item.RemovedUtc!.Value, item.RemovedBy)).ToListAsync(cancel);
        return new([.. rows.Take(PageSize)], rows.Count > PageSize ? ListPlace.At(rows[PageSize - 1].RemovedUtc, rows[PageSize - 1].ContentItemId).ToString() : null);
    }
}
