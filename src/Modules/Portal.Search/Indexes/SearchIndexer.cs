using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Search;

namespace Portal.Search.Indexes;

/// <summary>Keeps the words of published items, in the transaction that publishes them.</summary>
public sealed class SearchIndexer(PortalDb db, ISearchIndex index, SearchDocuments documents, PublishedItems published) : ContentHandler
{
    public override async Task PublishedAsync(ContentChange change, CancellationToken cancel)
    {
        await KeepAsync(change.Item, change.Document, cancel);
        if (ChangedSet(change.Item.LocalizationSet) is not { } set) return;

        // What is shared became public for the other cultures too: titles of files, and whether names may be found.
        foreach (var sibling in await published.SiblingsOfAsync(change.Item, set.PublishedJson, cancel)) await KeepAsync(sibling.Item, sibling.Document, cancel);
    }

    public override Task UnpublishedAsync(ContentChange change, CancellationToken cancel) => index.RemoveAsync(change.Item.ContentItemId, cancel);

    async Task KeepAsync(ContentItem item, ContentDocument document, CancellationToken cancel)
    {
        if (await documents.OfAsync(item, document, cancel) is { } words) await index.PutAsync(words, cancel);
        else await index.RemoveAsync(item.ContentItemId, cancel);
    }

    /// <returns>The set, if what it shares is being published anew.</returns>
    ContentSet? ChangedSet(string set) =>
        db.ChangeTracker.Entries<ContentSet>().FirstOrDefault(e => e.Entity.LocalizationSet == set && e.Property(s => s.PublishedJson).IsModified)?.Entity;
}
