using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Contents.Lists;
using Portal.Contents.Models;

namespace Portal.Contents.Queries;

/// <param name="ModifiedBy">User name; null for what came by recipe.</param>
/// <param name="Schedules">What is to be done to it later, or was refused.</param>
/// <param name="Further">States that modules know of it.</param>
public sealed record EditorsRow(
    string ContentItemId, string Title, string ContentType, string Culture, ContentState State, DateTime ModifiedUtc, string? ModifiedBy, string? OrganisationSet, string? PublicPath, IReadOnlyList<ContentSchedule> Schedules, IReadOnlyList<ListState> Further);

/// <param name="Previous">Place before which the page before ends; null on the first page.</param>
/// <param name="Next">Place behind which the next page begins; null on the last one.</param>
public sealed record EditorsPage(IReadOnlyList<EditorsRow> Rows, string? Previous, string? Next);

/// <summary>The items that an editor may work on: all of them, or those of one's own organisation. As quick at the hundred thousandth item as at the first: a page is read along an index from the place where the page before ended.</summary>
public sealed class EditorsList(PortalDb db, TitleSearch search, IEnumerable<IListStates> states, ContentAccess access, CurrentUser user)
{
    public const int PageSize = 50;

    sealed record Row(string ContentItemId, string Title, string ContentType, string Culture, ContentState State, DateTime ModifiedUtc, string FoldedTitle, string? ModifiedBy, string? OrganisationSet, string? PublicPath)
    {
        public string Place(bool byTitle) => (byTitle ? new ListPlace(FoldedTitle, ContentItemId) : ListPlace.At(ModifiedUtc, ContentItemId)).ToString();
    }

    public async Task<EditorsPage> RunAsync(EditorsFilter filter, CancellationToken cancel)
    {
        var forward = filter.Before is null;
        var place = ListPlace.Parse(filter.After ?? filter.Before);
        var items = await NarrowAsync(db.ContentItems.Where(i => i.LatestVersionId != null), filter, cancel);
        var rows = new List<Row>();
        // Each share is read along an index of its own; together they would have to be sorted.
        foreach (var share in Shares(items, filter.Mine)) rows.AddRange(await ReadAsync(share.From(place, filter.IsByTitle, forward), filter.IsByTitle, forward, cancel));

        rows = [.. InOrder(rows, filter.IsByTitle, forward)];
        var hasMore = rows.Count > PageSize;
        rows = [.. forward ? rows.Take(PageSize) : rows.Take(PageSize).Reverse()];
        var (hasPrevious, hasNext) = forward ? (place is not null, hasMore) : (hasMore, true);
        return new(
            await WithStatesAsync(rows, cancel),
            hasPrevious && rows.Count > 0 ? rows[0].Place(filter.IsByTitle) : null, hasNext && rows.Count > 0 ? rows[^1].Place(filter.IsByTitle) : null);
    }

    async Task<IQueryable<ContentItem>> NarrowAsync(IQueryable<ContentItem> items, EditorsFilter filter, CancellationToken cancel)
    {
        if (filter.Type is { } type) items = items.Where(i => i.ContentType == type);
        if (filter.Culture is { } culture) items = items.Where(i => i.Culture == culture);
        if (filter.Organisation is { } organisation) items = items.Where(i => i.OrganisationSet == organisation);
        if (filter.Since is { } day)
        {
            var since = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            items = items.Where(i => i.ModifiedUtc >= since);
        }

        if (filter.State is { } asked) items = await InStateAsync(items, asked, cancel);
        return filter.Q is { } typed ? await search.NarrowAsync(items, typed, cancel) : items;
    }

    /// <summary>Of what is scheduled, or in a state that a module knows, so many are listed: the next, or those that have been in it longest.</summary>
    const int MostInState = 1000;

    async Task<IQueryable<ContentItem>> InStateAsync(IQueryable<ContentItem> items, string asked, CancellationToken cancel)
    {
        if (asked is EditorsFilter.Draft or EditorsFilter.Changed or EditorsFilter.Published)
        {
            var state = Enum.Parse<ContentState>(asked);
            return items.Where(i => i.State == state);
        }

        IReadOnlyList<string> ids = asked == EditorsFilter.Scheduled
            ? await db.ContentSchedules.Where(s => s.RefusedUtc == null).OrderBy(s => s.AtUtc).Select(s => s.ContentItemId).Take(MostInState).ToListAsync(cancel)
            : states.SelectMany(known => known.States, (known, state) => (Known: known, State: state)).FirstOrDefault(s => s.State.Value == asked) is { Known: { } known } found
                ? await known.ItemsInAsync(found.State, MostInState, cancel) : [];
        return items.Where(i => EF.Parameter(ids).Contains(i.ContentItemId));
    }

    /// <returns>What the person may work on, in shares that have nothing in common.</returns>
    IReadOnlyList<IQueryable<ContentItem>> Shares(IQueryable<ContentItem> items, bool mine)
    {
        if (!mine) return access.EditableShares(items);
        var (me, name) = (user.Id, user.Name);
        return [access.Editable(items).Where(i => i.OwnerId == me), access.Editable(items).Where(i => i.ModifiedBy == name && (i.OwnerId == null || i.OwnerId != me))];
    }

    async Task<List<Row>> ReadAsync(IQueryable<ContentItem> items, bool byTitle, bool forward, CancellationToken cancel) =>
        await (from item in items.Sorted(byTitle, forward).Take(PageSize + 1)
               join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
               select new Row(item.ContentItemId, version.DisplayText, item.ContentType, item.Culture, item.State, item.ModifiedUtc, item.FoldedTitle, item.ModifiedBy, item.OrganisationSet, item.PublishedPath)).ToListAsync(cancel);

    static IEnumerable<Row> InOrder(IEnumerable<Row> rows, bool byTitle, bool forward)
    {
        var ascending = byTitle
            ? rows.OrderBy(r => r.FoldedTitle, StringComparer.Ordinal).ThenBy(r => r.ContentItemId, StringComparer.Ordinal)
            : rows.OrderBy(r => r.ModifiedUtc).ThenBy(r => r.ContentItemId, StringComparer.Ordinal);
        return forward == byTitle ? ascending : ascending.Reverse();
    }

    async Task<IReadOnlyList<EditorsRow>> WithStatesAsync(IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        string[] ids = [.. rows.Select(r => r.ContentItemId)];
        var schedules = (await db.ContentSchedules.AsNoTracking().Where(s => ids.Contains(s.ContentItemId)).OrderBy(s => s.AtUtc).ToListAsync(cancel)).ToLookup(s => s.ContentItemId, StringComparer.Ordinal);
        var further = new List<IReadOnlyDictionary<string, ListState>>();
        foreach (var known in states) further.Add(await known.OfAsync(ids, cancel));
        return [.. rows.Select(r => new EditorsRow(r.ContentItemId, r.Title, r.ContentType, r.Culture, r.State, r.ModifiedUtc, r.ModifiedBy, r.OrganisationSet, r.PublicPath, [.. schedules[r.ContentItemId]], [.. further.Select(f => f.GetValueOrDefault(r.ContentItemId)).OfType<ListState>()]))];
    }
}
