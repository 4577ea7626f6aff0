using Portal.Cms.Data;

namespace Portal.Cms.Content.Actions;

/// <summary>Makes an item's latest version public. Shared fields become public for all cultures of the set.</summary>
public sealed class PublishContentItem(UnitOfWork work, ContentStore store, ContentHandlers handlers, ContentAccess access)
{
    public Task<Result<ContentItem>> RunAsync(string contentItemId, CancellationToken cancel) => work.RunAsync<ContentItem>(async () =>
    {
        if (await store.FindAsync(contentItemId, cancel) is not { LatestVersionId: not null } item) return ContentStore.NoSuchItem;
        access.DemandPublish(item);
        if (item.LatestVersionId == item.PublishedVersionId) return Problem.Conflict("The latest version is public already.");

        var errors = new List<FieldError>();
        await handlers.PublishingAsync(await store.LatestAsync(item, cancel), errors, cancel);
        if (errors.Count > 0) return Problem.Invalid(errors);

        var before = item.PublishedVersionId;
        var published = await store.PublishLatestAsync(item, cancel);
        if (published.Problem is { } problem) return problem;
        store.Record(item, "Published", before);
        return item;
    }, cancel);
}
