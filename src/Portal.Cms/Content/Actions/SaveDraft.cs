using Portal.Cms.Data;

namespace Portal.Cms.Content.Actions;

/// <summary>Saves an item's text as its draft. The public text stays as it is.</summary>
public sealed class SaveDraft(UnitOfWork work, ContentStore store, ContentAccess access)
{
    /// <param name="Stamp">The item's stamp when the editor read it; another one now means that somebody else saved meanwhile.</param>
    public sealed record Input(string ContentItemId, ContentDocument Document, Guid? Stamp = null);

    public Task<Result<ContentItem>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<ContentItem>(async () =>
    {
        if (await store.FindAsync(input.ContentItemId, cancel) is not { LatestVersionId: not null } item) return ContentStore.NoSuchItem;
        access.DemandEdit(item);
        if (input.Stamp is { } stamp && stamp != item.Stamp) return Problem.Conflict("Somebody else saved this item meanwhile. Your text was not saved; compare it with theirs.");

        var draft = await store.WriteDraftAsync(item, input.Document, new(), cancel);
        if (draft.Problem is { } problem) return problem;
        store.Record(item, "Saved");
        return item;
    }, cancel);
}
