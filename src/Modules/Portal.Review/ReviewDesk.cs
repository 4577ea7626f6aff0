using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Notifications.Actions;
using Portal.Notifications.Models;
using Portal.Review.Models;

namespace Portal.Review;

/// <summary>A text under review, as an action finds it.</summary>
/// <param name="Review">Null: nobody ever asked for one.</param>
/// <param name="Print">Fingerprint of the text as it is now.</param>
public sealed record ReviewCase(ContentItem Item, ContentItemVersion Version, ContentSet? Set, ContentReview? Review, string Print)
{
    public ReviewState State => ReviewTable.StateOf(Item, Review);

    /// <summary>Under which the draft's conversation is kept.</summary>
    public string DraftId => Review is { } review && review.VersionId == Version.VersionId ? review.DraftId : Version.VersionId;
}

/// <summary>What the actions of a review have in common: finding the text, moving it on, writing into its conversation, telling those who take part. Runs inside their unit of work.</summary>
public sealed class ReviewDesk(PortalDb db, CurrentUser user, AuditTrail audit, Notify notify, TimeProvider clock)
{
    /// <summary>Name of the kind of notification.</summary>
    public const string Kind = "review";

    /// <returns>Null where there is no such item, or it was removed.</returns>
    public async Task<ReviewCase?> FindAsync(string contentItemId, CancellationToken cancel)
    {
        if (await db.ContentItems.SingleOrDefaultAsync(i => i.ContentItemId == contentItemId, cancel) is not { LatestVersionId: { } latest } item) return null;
        return await OfAsync(item, (await db.ContentItemVersions.FindAsync([latest], cancel))!, cancel);
    }

    public async Task<ReviewCase> OfAsync(ContentItem item, ContentItemVersion version, CancellationToken cancel)
    {
        var set = await db.ContentSets.FindAsync([item.LocalizationSet], cancel);
        return new(item, version, set, await db.Reviews.FindAsync([item.ContentItemId], cancel), TextPrint.Of(version, set));
    }

    /// <summary>Puts the text into another state; begins a review where there is none for this draft.</summary>
    public ContentReview Move(ReviewCase of, ReviewState to)
    {
        var review = of.Review ?? db.Reviews.Add(new() { ContentItemId = of.Item.ContentItemId, DraftId = of.DraftId, VersionId = of.Version.VersionId, Print = of.Print }).Entity;
        if (review.VersionId != of.Version.VersionId) (review.DraftId, review.VersionId, review.AskedById, review.AssignedToId, review.SeenJson) = (of.Version.VersionId, of.Version.VersionId, null, null, null);
        (review.State, review.SinceUtc, review.Print, review.Stamp) = (to, clock.UtcNow, of.Print, Guid.NewGuid());
        return review;
    }

    /// <summary>Writes a line of the conversation, and that it was written into the audit trail: which line, and never its words.</summary>
    public ReviewEntry Write(ReviewCase of, EntryKind kind, string? note = null, string? assignee = null, (string Field, string? Quote, string Print)? passage = null, long? comment = null)
    {
        var entry = new ReviewEntry
        {
            ContentItemId = of.Item.ContentItemId, DraftId = of.DraftId, Kind = kind, ById = user.Id, AtUtc = clock.UtcNow, Note = ReviewWords.Trim(note), AssigneeId = assignee,
            Field = passage?.Field, Quote = passage?.Quote, Print = passage?.Print ?? (kind == EntryKind.Approved ? of.Print : null), CommentId = comment,
        };
        db.ReviewEntries.Add(entry);
        var details = new JsonObject { ["version"] = of.Version.VersionId };
        if (assignee is not null) details["assignee"] = assignee;
        if (passage is { } about) details["field"] = about.Field;
        if (comment is { } id) details["comment"] = id;
        audit.Record("Review", kind.ToString(), of.Item.ContentItemId, details);
        return entry;
    }

    public Task<List<ReviewEntry>> EntriesAsync(ReviewCase of, CancellationToken cancel) =>
        db.ReviewEntries.AsNoTracking().Where(e => e.ContentItemId == of.Item.ContentItemId && e.DraftId == of.DraftId).OrderBy(e => e.Id).ToListAsync(cancel);

    /// <summary>Everybody who takes part: who asked, who was given it, who wrote anything about this draft.</summary>
    public async Task<IReadOnlyList<string?>> PartiesAsync(ReviewCase of, CancellationToken cancel)
    {
        var talked = await db.ReviewEntries.Where(e => e.ContentItemId == of.Item.ContentItemId && e.DraftId == of.DraftId && e.ById != null).Select(e => e.ById).Distinct().ToListAsync(cancel);
        return of.Review is { } review && review.VersionId == of.Version.VersionId ? [.. talked, review.AskedById, review.AssignedToId] : talked;
    }

    /// <param name="message">English message id: {0} is who did it, {1} the title.</param>
    public Task TellAsync(ReviewCase of, string message, IEnumerable<string?> people, CancellationToken cancel) =>
        notify.TellAsync(new Notice(Kind, message, $"/admin/content/{Uri.EscapeDataString(of.Item.ContentItemId)}#review", of.Item.ContentItemId, of.Version.DisplayText), people, cancel);

    /// <summary>The text as a reader has it now, to show later what changed.</summary>
    public static string Seen(ReviewCase of) => ContentDocument.Compose(of.Version.Json, of.Set?.DraftJson).ToString();
}
