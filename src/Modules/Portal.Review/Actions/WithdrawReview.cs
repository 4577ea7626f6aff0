using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Review.Models;

namespace Portal.Review.Actions;

/// <summary>Whoever asked for a review takes the request back; the text is a draft again.</summary>
public sealed class WithdrawReview(UnitOfWork work, ReviewDesk desk, ContentAccess access, CurrentUser user)
{
    public Task<Result<Done>> RunAsync(string contentItemId, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await desk.FindAsync(contentItemId, cancel) is not { } of) return ContentStore.NoSuchItem;
        access.DemandEdit(of.Item);
        if (ReviewTable.Next(of.State, ReviewStep.Withdraw) is not { } next) return Problem.Conflict("This text is not in review.");
        if (of.Review!.AskedById != user.Id) return Problem.Forbidden("Only who asked for the review can withdraw it. Who may publish the text can return it.");

        var parties = await desk.PartiesAsync(of, cancel);
        desk.Move(of, next);
        desk.Write(of, EntryKind.Withdrawn);
        await desk.TellAsync(of, "{0} withdrew the request to review “{1}”.", parties, cancel);
        return default(Done);
    }, cancel);
}
