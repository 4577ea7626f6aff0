using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Search;
using Portal.Cms.Security;
using Portal.Search.Indexes;

namespace Portal.Search.Actions;

/// <summary>Fills the index anew from what is published: after a feature was off for a while, or when a new version reads words in another way.</summary>
/// <remarks>A few items at a time, each time in a transaction of its own: the portal goes on serving, searches find what they found before or what is new, and memory holds one group.</remarks>
public sealed class RebuildSearchIndex(UnitOfWork work, ISearchIndex index, PublishedItems published, SearchDocuments documents, CurrentUser user)
{
    const int Group = 50;

    /// <returns>How many items can be found now.</returns>
    public async Task<Result<int>> RunAsync(CancellationToken cancel)
    {
        var (kept, last) = (0, "");
        while (true)
        {
            var group = await work.RunAsync<List<PublishedItem>>(async () =>
            {
                user.Demand(StandardPermissions.SiteOwner);
                // Read inside the transaction, so that nobody publishes anything else in between.
                var items = await published.AfterAsync(last, Group, cancel);
                foreach (var (item, document) in items)
                {
                    if (await documents.OfAsync(item, document, cancel) is { } words)
                    {
                        await index.PutAsync(words, cancel);
                        kept++;
                    }
                    else
                    {
                        await index.RemoveAsync(item.ContentItemId, cancel);
                    }
                }

                if (items.Count == 0) await index.RemoveUnpublishedAsync(cancel);
                return items;
            }, cancel);

            if (group.Problem is { } problem) return problem;
            if (group.Value.Count == 0) return kept;
            last = group.Value[^1].Item.ContentItemId;
        }
    }
}
