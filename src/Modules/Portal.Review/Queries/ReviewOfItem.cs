using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Contents.Queries;
using Portal.Review.Models;

namespace Portal.Review.Queries;

/// <summary>A line of the conversation as people read it.</summary>
/// <param name="By">Null: the portal itself, or somebody who has left.</param>
/// <param name="Assignee">Whom the review was given to.</param>
public sealed record ConversationLine(EntryKind Kind, string? By, DateTime AtUtc, string? Note, string? Assignee);

/// <summary>A comment on a passage with its answers.</summary>
/// <param name="Field">The field as the form has it; null where it is gone.</param>
/// <param name="IsChanged">The field's text is another one than the comment was written on.</param>
/// <param name="IsGone">The words stand in it no more.</param>
public sealed record PassageComment(long Id, string? By, DateTime AtUtc, string Note, FieldText? Field, string? Quote, bool IsChanged, bool IsGone, bool IsSettled, IReadOnlyList<ConversationLine> Answers);

/// <summary>What the person who looks may do next.</summary>
public sealed record ReviewMoves(bool Request, bool Talk, bool Withdraw, bool Assign, bool Return, bool Approve);

/// <summary>All that stands beside a form about the review of its text.</summary>
public sealed record ReviewPanelView
{
    public required string ContentItemId { get; init; }
    /// <summary>Value of <c>lang</c> for words of the text.</summary>
    public required string Lang { get; init; }
    public required ReviewState State { get; init; }
    public DateTime? SinceUtc { get; init; }
    public string? Asker { get; init; }
    public string? Assignee { get; init; }
    public string? AssigneeId { get; init; }
    /// <summary>Somebody changed it after it was asked for.</summary>
    public bool IsChanged { get; init; }
    /// <summary>It is a draft over a text that is public.</summary>
    public bool IsOverPublic { get; init; }
    /// <summary>There is an earlier reading to compare with.</summary>
    public bool HasDifferences { get; init; }
    /// <summary>How many approvals count, of how many that are needed; 0 needed: one who may publish it is enough.</summary>
    public (int Given, int Needed) Approvals { get; init; }
    public required ReviewMoves May { get; init; }
    public IReadOnlyList<Publisher> Publishers { get; init; } = [];
    public IReadOnlyList<PassageComment> Comments { get; init; } = [];
    public IReadOnlyList<ConversationLine> Lines { get; init; } = [];
    /// <summary>Of texts of this item that were published or thrown away since.</summary>
    public IReadOnlyList<ConversationLine> EarlierLines { get; init; } = [];
    public IReadOnlyList<FieldText> Fields { get; init; } = [];
}

/// <summary>Reads the review of one item: four queries at most, however long the conversation is.</summary>
public sealed class ReviewOfItem(PortalDb db, FieldTexts texts, ReviewRules rules, ContentAccess access, ContentPublishers publishers, CurrentUser user)
{
    sealed record Row(ReviewEntry Entry, string? By, string? Assignee);

    public async Task<ReviewPanelView> RunAsync(EditedView edited, string lang, CancellationToken cancel)
    {
        var item = edited.Item;
        var rows = await ReadAsync(item.ContentItemId, cancel);
        var review = await db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.ContentItemId == item.ContentItemId, cancel);
        var state = ReviewTable.StateOf(item, review);

        var needed = await rules.ApprovalsForAsync(item.ContentType);
        var draft = review is not null && review.VersionId == item.LatestVersionId ? review.DraftId : item.LatestVersionId;
        var (own, print) = (rows.Where(r => r.Entry.DraftId == draft).ToList(), TextPrint.Of(edited.Version, edited.Set));
        var approvals = Approvals.Of(own.Select(r => r.Entry), print);
        var fields = texts.Of(item.ContentType, item.Culture, edited.Document);
        var active = state is ReviewState.InReview or ReviewState.Returned ? review : null;
        var moves = MovesOf(edited, state, active, needed, approvals);
        var people = moves.Assign ? await publishers.OfAsync(item, cancel) : [];
        return new()
        {
            ContentItemId = item.ContentItemId, Lang = lang, State = state, SinceUtc = active?.SinceUtc, May = moves, IsOverPublic = edited is { IsPublic: true, HasDraft: true }, Publishers = people, Fields = fields,
            Asker = own.LastOrDefault(r => r.Entry.Kind == EntryKind.Requested)?.By, AssigneeId = active?.AssignedToId, Assignee = active?.AssignedToId is null ? null : own.LastOrDefault(r => r.Entry.AssigneeId == active.AssignedToId)?.Assignee,
            IsChanged = own.FindLastIndex(r => r.Entry.Kind == EntryKind.Changed) > own.FindLastIndex(r => r.Entry.Kind == EntryKind.Requested),
            HasDifferences = active?.SeenJson is { } seen && seen != edited.Document.ToString(), Approvals = (approvals.Count, needed),
            Comments = CommentsOf(rows, draft, fields), Lines = [.. own.Where(IsTalk).Select(LineOf)], EarlierLines = [.. rows.Where(r => r.Entry.DraftId != draft && IsTalk(r)).Select(LineOf)],
        };
    }

    async Task<List<Row>> ReadAsync(string id, CancellationToken cancel) => (await (
        from entry in db.ReviewEntries
        where entry.ContentItemId == id
        join writer in db.Users on entry.ById equals writer.Id into writers
        from writer in writers.DefaultIfEmpty()
        join to in db.Users on entry.AssigneeId equals to.Id into assignees
        from to in assignees.DefaultIfEmpty()
        orderby entry.Id
        select new { entry, By = (string?)writer!.UserName, To = (string?)to!.UserName }).AsNoTracking().ToListAsync(cancel)).ConvertAll(r => new Row(r.entry, r.By, r.To));

    ReviewMoves MovesOf(EditedView edited, ReviewState state, ContentReview? review, int needed, IReadOnlyList<string> approvals)
    {
        var (writes, publishes) = (access.MayEdit(edited.Item), access.MayPublish(edited.Item));
        var isOwn = review?.AskedById == user.Id || edited.Version.Author == user.Name;
        bool Can(ReviewStep step) => ReviewTable.Next(state, step) is not null;
        return new(
            // What is typed over a public text is saved first, and is a draft then.
            Request: writes && (Can(ReviewStep.Request) || state == ReviewState.Published), Talk: writes && Can(ReviewStep.Talk), Withdraw: Can(ReviewStep.Withdraw) && review?.AskedById == user.Id,
            Assign: publishes && Can(ReviewStep.Assign), Return: publishes && Can(ReviewStep.Return),
            Approve: publishes && Can(ReviewStep.Approve) && !(needed > 0 && isOwn) && !approvals.Contains(user.Id, StringComparer.Ordinal));
    }

    /// <summary>Open ones of any draft, in the order of the form; settled ones of this draft after them.</summary>
    static List<PassageComment> CommentsOf(List<Row> rows, string? draft, IReadOnlyList<FieldText> fields)
    {
        var order = fields.Select((field, index) => (field, index)).ToDictionary(f => f.field.Name, f => f, StringComparer.Ordinal);
        var answers = rows.Where(r => r.Entry.CommentId is not null).ToLookup(r => r.Entry.CommentId!.Value);
        return [.. from row in rows
                   where row.Entry.Kind == EntryKind.Commented
                   let entry = row.Entry
                   let known = order.TryGetValue(entry.Field ?? "", out var found) ? found.field : null
                   let settled = CommentThreads.IsSettled(answers[entry.Id].Select(a => a.Entry))
                   where !settled || entry.DraftId == draft
                   orderby settled, known is null ? int.MaxValue : order[known.Name].index, entry.Id
                   select new PassageComment(
                       entry.Id, row.By, entry.AtUtc, entry.Note ?? "", known, entry.Quote, known is null || TextPrint.Of(known.Text) != entry.Print,
                       known is null || (entry.Quote is { } quote && !Passage.IsIn(known.Text, quote)), settled, [.. answers[entry.Id].Select(LineOf)])];
    }

    static bool IsTalk(Row row) => row.Entry.Kind != EntryKind.Commented && row.Entry.CommentId is null;

    static ConversationLine LineOf(Row row) => new(row.Entry.Kind, row.By, row.Entry.AtUtc, row.Entry.Note, row.Assignee);
}
