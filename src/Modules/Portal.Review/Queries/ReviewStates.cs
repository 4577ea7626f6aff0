using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Contents.Models;
using Portal.Review.Models;

namespace Portal.Review.Queries;

/// <summary>Shows in the list of content which texts are in review and which were returned, and narrows it down to them.</summary>
public sealed class ReviewStates(PortalDb db) : IListStates
{
    static readonly ListState InReview = new(nameof(ReviewState.InReview), ReviewTexts.Of(ReviewState.InReview)), Returned = new(nameof(ReviewState.Returned), ReviewTexts.Of(ReviewState.Returned));

    public IReadOnlyList<ListState> States { get; } = [InReview, Returned];

    public async Task<IReadOnlyList<string>> ItemsInAsync(ListState state, int most, CancellationToken cancel)
    {
        var wanted = Enum.Parse<ReviewState>(state.Value);
        return await Open().Where(r => r.State == wanted).OrderBy(r => r.SinceUtc).Select(r => r.ContentItemId).Take(most).ToListAsync(cancel);
    }

    public async Task<IReadOnlyDictionary<string, ListState>> OfAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancel)
    {
        var rows = await Open().Where(r => contentItemIds.Contains(r.ContentItemId) && (r.State == ReviewState.InReview || r.State == ReviewState.Returned)).Select(r => new { r.ContentItemId, r.State }).ToListAsync(cancel);
        return rows.ToDictionary(r => r.ContentItemId, r => r.State == ReviewState.InReview ? InReview : Returned, StringComparer.Ordinal);
    }

    /// <summary>Reviews of the newest text, which is not public; of any other they say nothing.</summary>
    IQueryable<ContentReview> Open() =>
        from review in db.Reviews.AsNoTracking()
        join item in db.ContentItems on review.ContentItemId equals item.ContentItemId
        where review.VersionId == item.LatestVersionId && item.LatestVersionId != item.PublishedVersionId
        select review;
}
