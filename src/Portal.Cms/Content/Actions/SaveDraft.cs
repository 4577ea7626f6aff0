using Portal.Cms.Data;

namespace Portal.Cms.Content.Actions;

/// <summary>Saves an item's text as its draft. The public text stays as it is, and so does what anybody else wrote.</summary>
public sealed class SaveDraft(UnitOfWork work, ContentStore store, ContentAccess access)
{
    /// <summary>Somebody else saved after this editor had read.</summary>
    public static readonly Problem Stale = Problem.Conflict("Somebody else saved this item meanwhile. Your text was not saved; compare it with theirs.");

    /// <param name="Stamp">The item's stamp when the editor read it; another one now means that somebody else saved meanwhile.</param>
    /// <param name="SetStamp">The same for what all languages share.</param>
    /// <param name="TranslatedFromVersionId">The sibling's version that the text now follows; null = as before.</param>
    /// <param name="Comment">What the author says about this version; null or blank = nothing.</param>
    public sealed record Input(string ContentItemId, ContentDocument Document, Guid? Stamp = null, Guid? SetStamp = null, string? TranslatedFromVersionId = null, string? Comment = null);

    /// <summary>The longest comment, in characters.</summary>
    public const int LongestComment = 300;

    public Task<Result<ContentItem>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<ContentItem>(async () =>
    {
        if (await store.FindAsync(input.ContentItemId, cancel) is not { LatestVersionId: not null } item) return ContentStore.NoSuchItem;
        access.DemandEdit(item);
        if (input.Stamp is { } stamp && stamp != item.Stamp) return Stale;
        if (input.SetStamp is { } shared && await store.SetStampAsync(item, cancel) != shared) return Stale;
        var comment = string.IsNullOrWhiteSpace(input.Comment) ? null : input.Comment.Trim();
        if (comment?.Length > LongestComment) return Problem.Invalid("comment", "At most {0} characters are possible here.", LongestComment);
        if (comment is not null && !ContentText.IsStorable(comment)) return Problem.Invalid("comment", "The text contains a character that cannot be stored.");

        var before = item.LatestVersionId;
        var draft = await store.WriteDraftAsync(item, input.Document, new(TranslatedFromVersionId: input.TranslatedFromVersionId, Comment: comment), cancel);
        if (draft.Problem is { } problem) return problem;
        store.Record(item, "Saved", before);
        return item;
    }, cancel);
}
