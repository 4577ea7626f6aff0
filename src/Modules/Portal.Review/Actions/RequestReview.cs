using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Review.Models;

namespace Portal.Review.Actions;

/// <summary>A writer asks somebody who may publish the draft to look at it. They are told: the one whom it was given to before, or all of them.</summary>
public sealed class RequestReview(UnitOfWork work, ReviewDesk desk, ContentAccess access, ContentPublishers publishers, CurrentUser user)
{
    /// <param name="note">What the reader should know; may be empty.</param>
    public Task<Result<Done>> RunAsync(string contentItemId, string? note, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await desk.FindAsync(contentItemId, cancel) is not { } of) return ContentStore.NoSuchItem;
        access.DemandEdit(of.Item);
        if (ReviewWords.Check("reviewNote", note) is { } wrong) return wrong;
        if (of.State == ReviewState.Published) return Problem.Conflict("Nothing was changed: the text is public as it stands here. Change it in the form, then ask again.");
        if (ReviewTable.Next(of.State, ReviewStep.Request) is not { } next) return Problem.Conflict("This text is in review already.");

        var review = desk.Move(of, next);
        review.AskedById = user.Id;
        review.SeenJson ??= ReviewDesk.Seen(of);
        desk.Write(of, EntryKind.Requested, note);
        IEnumerable<string?> readers = review.AssignedToId is { } known ? [known] : (await publishers.OfAsync(of.Item, cancel)).Select(p => p.Id);
        await desk.TellAsync(of, "{0} asks for a review of “{1}”.", readers, cancel);
        return default(Done);
    }, cancel);
}
