using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Cms.Content.Actions;

/// <summary>Brings an earlier version's text back as a new version, a draft; also brings back an item from the bin. Shared fields stay as they are, unless they are asked for.</summary>
public sealed class RestoreContentItem(PortalDb db, UnitOfWork work, ContentStore store, ContentAccess access)
{
    /// <param name="WithShared">What all languages share becomes what it was when the version was written, as a draft for all of them.</param>
    public sealed record Input(string ContentItemId, string VersionId, bool WithShared = false);

    public Task<Result<ContentItem>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<ContentItem>(async () =>
    {
        if (await store.FindAsync(input.ContentItemId, cancel) is not { } item) return ContentStore.NoSuchItem;
        access.DemandEdit(item);
        if (await db.ContentItemVersions.SingleOrDefaultAsync(v => v.VersionId == input.VersionId && v.ContentItemId == input.ContentItemId, cancel) is not { } version) return Problem.NotFound("This item has no such version.");

        var set = await db.ContentSets.FindAsync([item.LocalizationSet], cancel);
        if (input.WithShared && version.SharedJson is null) return Problem.Conflict("Of this version it is not known what all languages shared then.");

        var before = item.LatestVersionId;
        var document = ContentDocument.Compose(version.Json, input.WithShared ? version.SharedJson : set?.DraftJson);
        var draft = await store.WriteDraftAsync(item, document, new(TranslatedFromVersionId: version.TranslatedFromVersionId, IsNewVersion: true), cancel);
        if (draft.Problem is { } problem) return problem;
        store.Record(item, "Restored", before);
        return item;
    }, cancel);
}
