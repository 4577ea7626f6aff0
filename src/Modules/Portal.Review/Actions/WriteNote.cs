using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Review.Models;

namespace Portal.Review.Actions;

/// <summary>Somebody who works on a text writes into the conversation about it.</summary>
public sealed class WriteNote(UnitOfWork work, ReviewDesk desk, ContentAccess access)
{
    public Task<Result<Done>> RunAsync(string contentItemId, string? note, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await desk.FindAsync(contentItemId, cancel) is not { } of) return ContentStore.NoSuchItem;
        access.DemandEdit(of.Item);
        if (ReviewTable.Next(of.State, ReviewStep.Talk) is null) return CommentOnPassage.NothingToTalkAbout;
        if (ReviewWords.Check("note", note, "Write a note first.") is { } wrong) return wrong;

        desk.Write(of, EntryKind.Noted, note);
        await desk.TellAsync(of, "{0} wrote about “{1}”.", [.. await desk.PartiesAsync(of, cancel), of.Item.OwnerId], cancel);
        return default(Done);
    }, cancel);
}
