using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Review.Models;

namespace Portal.Review.Actions;

/// <summary>Answers a comment on a passage, says that it is settled, or opens it again.</summary>
public sealed class AnswerComment(UnitOfWork work, ReviewDesk desk, CommentThreads threads, ContentAccess access)
{
    static readonly Problem NoSuchComment = Problem.NotFound("There is no such comment.");

    /// <param name="Settled">True: it is settled with that; false: it is open again; null: as before.</param>
    public sealed record Input(string ContentItemId, long CommentId, string? Note, bool? Settled = null);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await desk.FindAsync(input.ContentItemId, cancel) is not { } of) return ContentStore.NoSuchItem;
        access.DemandEdit(of.Item);
        if (ReviewTable.Next(of.State, ReviewStep.Talk) is null) return CommentOnPassage.NothingToTalkAbout;
        if (await threads.FindAsync(input.ContentItemId, input.CommentId, cancel) is not { } thread) return NoSuchComment;
        if (ReviewWords.Check("note", input.Note, input.Settled is null ? "Write a note first." : null) is { } wrong) return wrong;
        if (input.Settled == thread.IsSettled) return Problem.Conflict("Somebody else did this meanwhile.");

        if (ReviewWords.Trim(input.Note) is not null) desk.Write(of, EntryKind.Answered, input.Note, comment: input.CommentId);
        if (input.Settled is { } settled) desk.Write(of, settled ? EntryKind.Resolved : EntryKind.Reopened, comment: input.CommentId);
        await desk.TellAsync(of, "{0} wrote about “{1}”.", [.. await desk.PartiesAsync(of, cancel), thread.ById], cancel);
        return default(Done);
    }, cancel);
}
