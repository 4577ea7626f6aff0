using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Contents.Queries;
using Portal.Review.Models;

namespace Portal.Review.Actions;

/// <summary>Somebody who works on a text says something about a passage of it: some words of one field, or the field as a whole.</summary>
public sealed class CommentOnPassage(UnitOfWork work, ReviewDesk desk, FieldTexts texts, ContentAccess access)
{
    public static readonly Problem NothingToTalkAbout = Problem.Conflict("There is no draft to talk about: the latest text is public.");

    const int LongestQuote = 1000;

    /// <param name="Field">Name of the field on the form.</param>
    /// <param name="Quote">Words that stand in it; empty = all of it.</param>
    public sealed record Input(string ContentItemId, string? Field, string? Quote, string? Note);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await desk.FindAsync(input.ContentItemId, cancel) is not { } of) return ContentStore.NoSuchItem;
        access.DemandEdit(of.Item);
        if (ReviewTable.Next(of.State, ReviewStep.Talk) is null) return NothingToTalkAbout;
        if (texts.Of(of.Item.ContentType, of.Item.Culture, ContentDocument.Compose(of.Version.Json, of.Set?.DraftJson)).FirstOrDefault(f => f.Name == input.Field) is not { } field) return Problem.Invalid("field", "Choose from the list.");
        if (ReviewWords.Check("note", input.Note, "Write a note first.") is { } wrong) return wrong;

        var quote = ReviewWords.Trim(input.Quote);
        if (quote is { Length: > LongestQuote }) return Problem.Invalid("quote", "At most {0} characters are possible here.", LongestQuote);
        if (quote is not null && !Passage.IsIn(field.Text, quote)) return Problem.Invalid("quote", "These words do not stand in the saved text of this field. Copy them from there, or leave the line empty.");

        desk.Write(of, EntryKind.Commented, input.Note, passage: (field.Name, quote, TextPrint.Of(field.Text)));
        await desk.TellAsync(of, "{0} wrote about “{1}”.", [.. await desk.PartiesAsync(of, cancel), of.Item.OwnerId], cancel);
        return default(Done);
    }, cancel);
}
