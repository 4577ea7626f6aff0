using Portal.Cms.Data;

namespace Portal.Cms.Content.Actions;

/// <summary>Takes back what was scheduled, or puts away the notice that it was refused.</summary>
public sealed class CancelSchedule(PortalDb db, UnitOfWork work, ContentStore store, ContentAccess access)
{
    public Task<Result<ContentItem>> RunAsync(string contentItemId, ScheduledStep step, CancellationToken cancel) => work.RunAsync<ContentItem>(async () =>
    {
        if (await store.FindAsync(contentItemId, cancel) is not { } item) return ContentStore.NoSuchItem;
        access.DemandEdit(item);
        if (await db.ContentSchedules.FindAsync([contentItemId, step], cancel) is not { } row) return Problem.NotFound("Nothing is scheduled.");

        db.ContentSchedules.Remove(row);
        store.Record(item, step == ScheduledStep.Publish ? "PublishScheduleCancelled" : "UnpublishScheduleCancelled");
        return item;
    }, cancel);
}
