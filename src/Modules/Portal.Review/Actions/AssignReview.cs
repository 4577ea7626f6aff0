using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Review.Models;

namespace Portal.Review.Actions;

/// <summary>Says who looks at a text: somebody who may publish it, or nobody in particular.</summary>
public sealed class AssignReview(UnitOfWork work, ReviewDesk desk, ContentAccess access, ContentPublishers publishers)
{
    /// <param name="userId">Null = nobody in particular.</param>
    public Task<Result<Done>> RunAsync(string contentItemId, string? userId, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await desk.FindAsync(contentItemId, cancel) is not { } of) return ContentStore.NoSuchItem;
        access.DemandPublish(of.Item);
        if (ReviewTable.Next(of.State, ReviewStep.Assign) is null) return Problem.Conflict("This text is not in review.");
        if (userId is not null && (await publishers.OfAsync(of.Item, cancel)).All(p => p.Id != userId)) return Problem.Invalid("assignee", "Choose somebody who may publish this text.");
        if (of.Review!.AssignedToId == userId) return default(Done);

        (of.Review.AssignedToId, of.Review.Stamp) = (userId, Guid.NewGuid());
        desk.Write(of, EntryKind.Assigned, assignee: userId);
        await desk.TellAsync(of, "{0} gave the review of “{1}” to you.", [userId], cancel);
        return default(Done);
    }, cancel);
}
