using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Review.Models;

namespace Portal.Review.Actions;

/// <summary>Gives a text back to its writers with a note that says what has to be mended.</summary>
public sealed class ReturnForChanges(UnitOfWork work, ReviewDesk desk, ContentAccess access)
{
    public Task<Result<Done>> RunAsync(string contentItemId, string? note, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await desk.FindAsync(contentItemId, cancel) is not { } of) return ContentStore.NoSuchItem;
        access.DemandPublish(of.Item);
        if (ReviewTable.Next(of.State, ReviewStep.Return) is not { } next) return Problem.Conflict("This text is not in review.");
        if (ReviewWords.Check("note", note, "Write what has to be mended.") is { } wrong) return wrong;

        var parties = await desk.PartiesAsync(of, cancel);
        desk.Move(of, next).SeenJson = ReviewDesk.Seen(of);
        desk.Write(of, EntryKind.Returned, note);
        await desk.TellAsync(of, "{0} returned “{1}” with a note.", [.. parties, of.Item.OwnerId], cancel);
        return default(Done);
    }, cancel);
}
