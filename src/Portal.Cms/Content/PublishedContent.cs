using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Cms.Content;

/// <summary>A published item as the public may see it.</summary>
/// <param name="Path">Below the culture.</param>
/// <param name="TranslatedFrom">Code of the culture that the text was translated from; null = an original.</param>
public sealed record PublishedItem(ContentDocument Document, string ContentItemId, string LocalizationSet, string VersionId, string Path, DateTime PublishedUtc, DateTime ModifiedUtc, string? TranslatedFrom);

/// <summary>Reads published items; the page that asks is tagged for them. Whatever shows an item to the public reads it here: what a type hides is taken out in this one place.</summary>
public sealed class PublishedContent(PortalDb db, ContentTypes types, PageCaching caching)
{
    sealed record Row(string ContentType, string LocalizationSet, string VersionId, string Json, string? PublishedJson, string? Path, DateTime? PublishedUtc, DateTime ModifiedUtc, string? From);

    static readonly Func<PortalDb, string, CancellationToken, Task<Row?>> Find = CompiledQuery.Single((PortalDb db, string id, CancellationToken cancel) =>
        (from item in db.ContentItems
         join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
         join shared in db.ContentSets on item.LocalizationSet equals shared.LocalizationSet
         join source in db.ContentItemVersions on version.TranslatedFromVersionId equals source.VersionId into sources
         from source in sources.DefaultIfEmpty()
         join original in db.ContentItems on source.ContentItemId equals original.ContentItemId into originals
         from original in originals.DefaultIfEmpty()
         where item.ContentItemId == id
         select new Row(
             item.ContentType, item.LocalizationSet, version.VersionId, version.Json, shared.PublishedJson, item.PublishedPath, item.PublishedUtc, version.ModifiedUtc, original == null ? null : original.Culture)).SingleOrDefault());

    string? previewed;

    /// <summary>Whether an item's latest text stands in place of its public one in this request.</summary>
    public bool IsPreviewed(string contentItemId) => previewed is not null && previewed == contentItemId;

    /// <summary>For the rest of this request the item's latest text stands in place of its public one. Whoever calls this has checked that the reader may see it, and keeps the page out of every cache.</summary>
    public void Preview(string contentItemId) => previewed = contentItemId;

    /// <param name="asWritten">Whatever the reader's letters: for who takes the text away, not for who reads it.</param>
    /// <returns>Null where no item of this id is published. One query.</returns>
    public async Task<PublishedItem?> FindAsync(string contentItemId, CancellationToken cancel, bool asWritten = false)
    {
        if (await (contentItemId == previewed ? LatestAsync(contentItemId, cancel) : Find(db, contentItemId, cancel)) is not { } row) return null;

        caching.Tag(Tags.Set(row.LocalizationSet));
        return new(Compose(row.ContentType, row.Json, row.PublishedJson, asWritten), contentItemId, row.LocalizationSet, row.VersionId, row.Path ?? "", row.PublishedUtc ?? row.ModifiedUtc, row.ModifiedUtc, row.From);
    }

    Task<Row?> LatestAsync(string id, CancellationToken cancel) =>
        (from item in db.ContentItems
         join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
         join shared in db.ContentSets on item.LocalizationSet equals shared.LocalizationSet
         where item.ContentItemId == id
         select new Row(item.ContentType, item.LocalizationSet, version.VersionId, version.Json, shared.DraftJson, item.PublishedPath, item.PublishedUtc, version.ModifiedUtc, null)).SingleOrDefaultAsync(cancel);

    /// <returns>Text and shared fields together, without what the type hides from the public; for who reads Latin letters, with what an editor wrote in them.</returns>
    public ContentDocument Compose(string contentType, string json, string? sharedJson, bool asWritten = false)
    {
        var document = ContentDocument.Compose(json, sharedJson);
        if (!asWritten && Culture.Current.IsRendering) LatinPassagesPart.Apply(document);
        types.Find(contentType)?.HideFromPublic(document);
        return document;
    }
}
