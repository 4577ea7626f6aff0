using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Cms.Content.Actions;

/// <summary>Puts an item into the bin: its versions stay and <see cref="RestoreContentItem"/> brings it back.</summary>
public sealed class RemoveContentItem(UnitOfWork work, PortalDb db, ContentStore store, ContentAccess access, CurrentUser user, TimeProvider clock)
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

        foreach (var scheduled in await db.ContentSchedules.Where(s => s.ContentItemId == contentItemId).ToListAsync(cancel)) db.ContentSchedules.Remove(scheduled);
        (item.RemovedUtc, item.RemovedBy, item.RemovedVersionId) = (clock.UtcNow, user.Name, item.LatestVersionId);
        (item.LatestVersionId, item.Stamp) = (null, Guid.NewGuid());
        store.Record(item, "Removed", item.RemovedVersionId);
        return item;
    }, cancel);
}
