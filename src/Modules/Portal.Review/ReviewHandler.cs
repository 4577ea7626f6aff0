using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Review.Models;

namespace Portal.Review;

/// <summary>Keeps reviews in step with what happens to texts, whoever makes it happen: the form, a program, a schedule.</summary>
public sealed class ReviewHandler(PortalDb db, ReviewDesk desk, ReviewRules rules, CurrentUser user) : ContentHandler
{
    public override async Task PublishingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel)
    {
        if (await rules.ApprovalsForAsync(change.Item.ContentType) is not (> 0 and var needed)) return;
        var of = await desk.OfAsync(change.Item, change.Version, cancel);
        var given = of.State == ReviewState.InReview ? Approvals.Of(await desk.EntriesAsync(of, cancel), of.Print).Count : 0;
        if (given < needed) errors.Add(new("review", "Before a text of this type is published, {0} people have to approve it in a review, not counting who wrote it. So far: {1}.", needed, given));
    }

    /// <summary>A text that is changed while it is in review stays there; those who take part are told, once until they look.</summary>
    public override async Task SavedAsync(ContentChange change, CancellationToken cancel)
    {
        if (db.IsNew(change.Item)) return;
        var of = await desk.OfAsync(change.Item, change.Version, cancel);
        GoOnWith(of);
        if (of.State != ReviewState.InReview || of.Review!.Print == of.Print) return;

        of.Review.Print = of.Print;
        var last = await db.ReviewEntries.Where(e => e.ContentItemId == of.Item.ContentItemId).OrderByDescending(e => e.Id).Select(e => new { e.Kind, e.ById }).FirstOrDefaultAsync(cancel);
        if (last is { Kind: EntryKind.Changed } && last.ById == user.Id) return;
        desk.Write(of, EntryKind.Changed);
        await desk.TellAsync(of, "{0} changed “{1}” while it is in review.", await desk.PartiesAsync(of, cancel), cancel);
    }

    /// <summary>What another person saves, or the same one much later, is a new version of the same draft: its review goes on.</summary>
    void GoOnWith(ReviewCase of)
    {
        var before = db.Entry(of.Item).Property(i => i.LatestVersionId).OriginalValue;
        if (of.Review is { } review && review.VersionId == before && before != of.Item.PublishedVersionId) review.VersionId = of.Version.VersionId;
    }

    public override async Task PublishedAsync(ContentChange change, CancellationToken cancel)
    {
        if (db.IsNew(change.Item)) return;
        var of = await desk.OfAsync(change.Item, change.Version, cancel);
        if (of.Review is null || of.Review.VersionId != change.Version.VersionId || of.Review.State == ReviewState.Published) return;

        var parties = await desk.PartiesAsync(of, cancel);
        desk.Move(of, ReviewState.Published).SeenJson = null;
        desk.Write(of, EntryKind.Published);
        await desk.TellAsync(of, "{0} published “{1}”.", parties, cancel);
    }
}
