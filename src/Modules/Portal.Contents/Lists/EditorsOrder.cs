using Portal.Cms.Content;

namespace Portal.Contents.Lists;

/// <summary>The orders of the editors' list, and how to go on from a place in them. The conditions are those that an index can follow.</summary>
static class EditorsOrder
{
    /// <param name="forward">False: the rows before the place, the nearest first.</param>
    public static IQueryable<ContentItem> Sorted(this IQueryable<ContentItem> items, bool byTitle, bool forward) => (byTitle, forward) switch
    {
        (true, true) => items.OrderBy(i => i.FoldedTitle).ThenBy(i => i.ContentItemId),
        (true, false) => items.OrderByDescending(i => i.FoldedTitle).ThenByDescending(i => i.ContentItemId),
        (false, true) => items.OrderByDescending(i => i.ModifiedUtc).ThenByDescending(i => i.ContentItemId),
        (false, false) => items.OrderBy(i => i.ModifiedUtc).ThenBy(i => i.ContentItemId),
    };

#pragma warning disable CA1309 // The database compares, and EF translates no other overload.
    public static IQueryable<ContentItem> From(this IQueryable<ContentItem> items, ListPlace? place, bool byTitle, bool forward)
    {
        if (place is null) return items;
        var (title, id) = (place.Key, place.ContentItemId);
        if (byTitle)
        {
            return forward
                ? items.Where(i => string.Compare(i.FoldedTitle, title) >= 0 && (string.Compare(i.FoldedTitle, title) > 0 || string.Compare(i.ContentItemId, id) > 0))
                : items.Where(i => string.Compare(i.FoldedTitle, title) <= 0 && (string.Compare(i.FoldedTitle, title) < 0 || string.Compare(i.ContentItemId, id) < 0));
        }

        if (place.Instant is not { } at) return items;
        return forward
            ? items.Where(i => i.ModifiedUtc <= at && (i.ModifiedUtc < at || string.Compare(i.ContentItemId, id) < 0))
            : items.Where(i => i.ModifiedUtc >= at && (i.ModifiedUtc > at || string.Compare(i.ContentItemId, id) > 0));
    }
#pragma warning restore CA1309
}
