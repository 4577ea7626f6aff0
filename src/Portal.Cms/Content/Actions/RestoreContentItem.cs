using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Cms.Content.Actions;

/// <summary>Brings an earlier version's text back as a new draft; also brings back a removed item. Shared fields stay as they are.</summary>
public sealed class RestoreContentItem(PortalDb db, UnitOfWork work, ContentStore store, ContentAccess access)
{
    public Task<Result<ContentItem>> RunAsync(string contentItemId, string versionId, CancellationToken cancel) => work.RunAsync<ContentItem>(async () =>
    {
        if (await store.FindAsync(contentItemId, cancel) is not { } item) return ContentStore.NoSuchItem;
        access.DemandEdit(item);
        if (await db.ContentItemVersions.SingleOrDefaultAsync(v => v.VersionId == versionId && v.ContentItemId == contentItemId, cancel) is not { } version) return Problem.NotFound("This item has no such version.");

        var set = await db.ContentSets.FindAsync([item.LocalizationSet], cancel);
        var draft = await store.WriteDraftAsync(item, ContentDocument.Compose(version.Json, set?.DraftJson), new(), cancel);
        if (draft.Problem is { } problem) return problem;
        store.Record(item, "Restored");
        return item;
    }, cancel);
}
