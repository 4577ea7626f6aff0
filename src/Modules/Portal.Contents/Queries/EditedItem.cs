using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;

namespace Portal.Contents.Queries;

/// <summary>A text in another language of the same set.</summary>
public sealed record EditedSibling(string ContentItemId, string Culture, string Title);

/// <summary>The text that an item was translated from.</summary>
/// <param name="NewerVersionId">Its public text, where that is a later one.</param>
public sealed record TranslationSource(string ContentItemId, string Culture, string? NewerVersionId);

/// <summary>An item as its form needs it.</summary>
/// <param name="Version">The latest text.</param>
/// <param name="Document">The latest text with what all languages share, as drafted.</param>
public sealed record EditedView(ContentItem Item, ContentItemVersion Version, ContentSet Set, ContentDocument Document, IReadOnlyList<EditedSibling> Siblings, TranslationSource? Source)
{
    public bool HasDraft => Item.LatestVersionId != Item.PublishedVersionId;
    public bool IsPublic => Item.PublishedVersionId is not null;
}

/// <summary>Reads an item for its form: four queries at most, whatever it holds.</summary>
public sealed class EditedItem(PortalDb db)
{
    public async Task<EditedView?> FindAsync(string contentItemId, CancellationToken cancel)
    {
        var row = await (from item in db.ContentItems.AsNoTracking()
                         join version in db.ContentItemVersions.AsNoTracking() on item.LatestVersionId equals version.VersionId
                         join set in db.ContentSets.AsNoTracking() on item.LocalizationSet equals set.LocalizationSet
                         where item.ContentItemId == contentItemId
                         select new { item, version, set }).SingleOrDefaultAsync(cancel);
        if (row is null) return null;

        var siblings = await (from item in db.ContentItems
                              join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
                              where item.LocalizationSet == row.item.LocalizationSet && item.ContentItemId != contentItemId
                              orderby item.Culture
                              select new EditedSibling(item.ContentItemId, item.Culture, version.DisplayText)).ToListAsync(cancel);
        var source = row.version.TranslatedFromVersionId is not { } translated ? null
            : await (from version in db.ContentItemVersions
                     join item in db.ContentItems on version.ContentItemId equals item.ContentItemId
                     where version.VersionId == translated
                     select new TranslationSource(item.ContentItemId, item.Culture, item.PublishedVersionId != null && item.PublishedVersionId != translated ? item.PublishedVersionId : null)).SingleOrDefaultAsync(cancel);
        return new(row.item, row.version, row.set, ContentDocument.Compose(row.version.Json, row.set.DraftJson), siblings, source);
    }

    /// <returns>What a translation starts from: the public text, or the latest where none is public, with its version; shared fields as drafted.</returns>
    public async Task<(ContentDocument Document, string VersionId)> ToTranslateAsync(EditedView original, CancellationToken cancel)
    {
        var version = original.Item.PublishedVersionId is { } id ? await db.ContentItemVersions.AsNoTracking().SingleAsync(v => v.VersionId == id, cancel) : original.Version;
        var document = ContentDocument.Compose(version.Json, original.Set.DraftJson);
        // Each language has an address of its own.
        document.Content.Remove(nameof(AutoroutePart));
        return (document, version.VersionId);
    }
}
