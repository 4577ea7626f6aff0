using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Cms.Content.Actions;

/// <summary>Goes back from an item's draft to the public text, shared fields included. The draft stays among the versions, from where it can be restored.</summary>
public sealed class DiscardDraft(PortalDb db, UnitOfWork work, ContentStore store, ContentTitles titles, ContentAccess access)
{
    public Task<Result<ContentItem>> RunAsync(string contentItemId, CancellationToken cancel) => work.RunAsync<ContentItem>(async () =>
    {
        if (await store.FindAsync(contentItemId, cancel) is not { LatestVersionId: not null } item) return ContentStore.NoSuchItem;
        access.DemandEdit(item);
        if (item.PublishedVersionId is null) return Problem.Conflict("Nothing of this item is public; remove it instead.");
        if (item.LatestVersionId == item.PublishedVersionId) return Problem.Conflict("There is no draft to discard.");

        var before = item.LatestVersionId;
        (item.LatestVersionId, item.Stamp) = (item.PublishedVersionId, Guid.NewGuid());
        await titles.KeepAsync(item, await db.ContentItemVersions.Where(v => v.VersionId == item.PublishedVersionId).Select(v => v.DisplayText).SingleAsync(cancel), cancel);
        var set = await db.ContentSets.FindAsync([item.LocalizationSet], cancel);
        // Other cultures may have drafts of their own; the shared draft goes only with the last of them.
        var othersDraft = await db.ContentItems.AnyAsync(i => i.LocalizationSet == item.LocalizationSet && i.ContentItemId != item.ContentItemId && i.LatestVersionId != i.PublishedVersionId, cancel);
        if (set is { PublishedJson: { } published } && !othersDraft) (set.DraftJson, set.Stamp) = (published, Guid.NewGuid());
        store.Record(item, "DraftDiscarded", before);
        return item;
    }, cancel);
}
