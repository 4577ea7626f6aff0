using Portal.Cms.Data;

namespace Portal.Cms.Content.Actions;

/// <summary>Takes an item off the public pages. Its versions and its address stay known.</summary>
public sealed class UnpublishContentItem(UnitOfWork work, ContentStore store, ContentAccess access)
{
    public Task<Result<ContentItem>> RunAsync(string contentItemId, CancellationToken cancel) => work.RunAsync<ContentItem>(async () =>
    {
        if (await store.FindAsync(contentItemId, cancel) is not { LatestVersionId: not null } item) return ContentStore.NoSuchItem;
        access.DemandPublish(item);
        if (item.PublishedVersionId is null) return Problem.Conflict("This item is not public.");

        await store.UnpublishAsync(item, cancel);
        store.Record(item, "Unpublished");
        return item;
    }, cancel);
}
