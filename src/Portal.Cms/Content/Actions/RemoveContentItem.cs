using Portal.Cms.Data;

namespace Portal.Cms.Content.Actions;

/// <summary>Removes an item softly: its versions stay and <see cref="RestoreContentItem"/> brings it back.</summary>
public sealed class RemoveContentItem(UnitOfWork work, ContentStore store, ContentAccess access)
{
    public Task<Result<ContentItem>> RunAsync(string contentItemId, CancellationToken cancel) => work.RunAsync<ContentItem>(async () =>
    {
        if (await store.FindAsync(contentItemId, cancel) is not { LatestVersionId: not null } item) return ContentStore.NoSuchItem;
        access.DemandDelete(item);
        if (item.PublishedVersionId is not null)
        {
            access.DemandPublish(item);
            await store.UnpublishAsync(item, cancel);
        }

        (item.LatestVersionId, item.Stamp) = (null, Guid.NewGuid());
        store.Record(item, "Removed");
        return item;
    }, cancel);
}
