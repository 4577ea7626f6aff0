using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Review.Models;

namespace Portal.Review.Queries;

/// <summary>What the list is narrowed down to.</summary>
/// <param name="Who"><see cref="Mine"/>, <see cref="Unassigned"/>, <see cref="Asked"/>; null = everybody's.</param>
/// <param name="Returned">Those that were returned instead of those that wait.</param>
/// <param name="Organisation">Its localization set.</param>
public sealed record ReviewFilter(string? Who = null, bool Returned = false, string? Type = null, string? Organisation = null, int Page = 1)
{
    /// <summary>Given to me; given to nobody; asked for by me.</summary>
    public const string Mine = "mine", Unassigned = "unassigned", Asked = "asked";
}

/// <param name="OpenComments">Comments on passages that are not settled.</param>
public sealed record ReviewRow(string ContentItemId, string Title, string ContentType, string Culture, string? OrganisationSet, DateTime SinceUtc, string? Asker, string? Assignee, bool IsPublic)
{
    public int OpenComments { get; init; }
}

/// <param name="Names">Of the organisations that have texts in the list.</param>
public sealed record ReviewListView(ReviewFilter Filter, IReadOnlyList<ReviewRow> Rows, int Total, int Pages, IReadOnlyDictionary<string, ContentName> Names);

/// <summary>Texts that wait for somebody, the longest waiting first: those that the person may edit. Five queries, whatever is in the list.</summary>
public sealed class ReviewList(PortalDb db, ContentAccess access, ContentNames names, CurrentUser user)
{
    const int PageSize = 50;

    public async Task<ReviewListView> RunAsync(ReviewFilter filter, CancellationToken cancel)
    {
        var open = InState(filter.Returned ? ReviewState.Returned : ReviewState.InReview);
        var organisations = await open.Where(r => r.Item.OrganisationSet != null).Select(r => r.Item.OrganisationSet).Distinct().ToListAsync(cancel);
        var chosen = open.Where(r => (filter.Type == null || r.Item.ContentType == filter.Type) && (filter.Organisation == null || r.Item.OrganisationSet == filter.Organisation));
        var me = user.Id;
        chosen = filter.Who switch
        {
            ReviewFilter.Mine => chosen.Where(r => r.Review.AssignedToId == me),
            ReviewFilter.Unassigned => chosen.Where(r => r.Review.AssignedToId == null),
            ReviewFilter.Asked => chosen.Where(r => r.Review.AskedById == me),
            _ => chosen,
        };

        var total = await chosen.CountAsync(cancel);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var rows = await RowsAsync(chosen, (page - 1) * PageSize, PageSize, cancel);
        var comments = await OpenCommentsAsync([.. rows.Select(r => r.ContentItemId)], cancel);
        return new(filter with { Page = page }, [.. rows.Select(r => r with { OpenComments = comments.GetValueOrDefault(r.ContentItemId) })], total, pages,
            await names.InAsync(Culture.Current, organisations, cancel));
    }

    /// <summary>Those that wait for this very person first of all: given to them, or to nobody and theirs to publish. One query.</summary>
    public async Task<IReadOnlyList<ReviewRow>> WaitingForMeAsync(int most, CancellationToken cancel)
    {
        var (me, mine) = (user.Id, access.Publishable(db.ContentItems).Select(i => i.ContentItemId));
        return await RowsAsync(InState(ReviewState.InReview).Where(r => r.Review.AssignedToId == me || (r.Review.AssignedToId == null && r.Review.AskedById != me && mine.Contains(r.Item.ContentItemId))), 0, most, cancel);
    }

    /// <summary>Those that came back to the person who asked. One query.</summary>
    public async Task<IReadOnlyList<ReviewRow>> ReturnedToMeAsync(int most, CancellationToken cancel)
    {
        var me = user.Id;
        return await RowsAsync(InState(ReviewState.Returned).Where(r => r.Review.AskedById == me), 0, most, cancel);
    }

    IQueryable<Reviewed> InState(ReviewState state) =>
        from review in db.Reviews.AsNoTracking()
        join item in access.Editable(db.ContentItems).AsNoTracking() on review.ContentItemId equals item.ContentItemId
        where review.State == state && review.VersionId == item.LatestVersionId && item.LatestVersionId != item.PublishedVersionId
        select new Reviewed { Review = review, Item = item };

    async Task<List<ReviewRow>> RowsAsync(IQueryable<Reviewed> reviewed, int skip, int take, CancellationToken cancel) =>
        await (from r in reviewed
               join version in db.ContentItemVersions on r.Item.LatestVersionId equals version.VersionId
               join asker in db.Users on r.Review.AskedById equals asker.Id into askers
               from asker in askers.DefaultIfEmpty()
               join assignee in db.Users on r.Review.AssignedToId equals assignee.Id into assignees
               from assignee in assignees.DefaultIfEmpty()
               orderby r.Review.SinceUtc, r.Review.ContentItemId
               select new ReviewRow(r.Item.ContentItemId, version.DisplayText, r.Item.ContentType, r.Item.Culture, r.Item.OrganisationSet, r.Review.SinceUtc, asker!.UserName, assignee!.UserName, r.Item.PublishedVersionId != null))
            .Skip(skip).Take(take).ToListAsync(cancel);

    async Task<Dictionary<string, int>> OpenCommentsAsync(string[] items, CancellationToken cancel)
    {
        var entries = await db.ReviewEntries.AsNoTracking().Where(e => items.Contains(e.ContentItemId) && (e.Kind == EntryKind.Commented || e.Kind == EntryKind.Resolved || e.Kind == EntryKind.Reopened))
            .OrderBy(e => e.Id).Select(e => new { e.ContentItemId, e.Kind, Comment = e.CommentId ?? e.Id }).ToListAsync(cancel);
        return entries.GroupBy(e => (e.ContentItemId, e.Comment)).Where(g => g.Last().Kind != EntryKind.Resolved).CountBy(g => g.Key.ContentItemId, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    sealed class Reviewed
    {
        public required ContentReview Review { get; init; }
        public required ContentItem Item { get; init; }
    }
}
