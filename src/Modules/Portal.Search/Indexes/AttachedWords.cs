using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Search;

namespace Portal.Search.Indexes;

/// <summary>Reads items anew whose attachments were read meanwhile.</summary>
public sealed class AttachedWords(UnitOfWork work, ISearchIndex index, PublishedItems published, SearchDocuments documents) : ISearchRefresh
{
    /// <summary>In one change.</summary>
    const int Group = 20;

    public async Task RefreshAsync(IReadOnlyList<string> contentItemIds, CancellationToken cancel)
    {
        foreach (var ids in contentItemIds.Chunk(Group))
        {
            await work.RunAsync<Done>(async () =>
            {
                foreach (var (item, document) in await published.ByIdAsync(ids, cancel))
                {
                    if (await documents.OfAsync(item, document, cancel) is { } words) await index.PutAsync(words, cancel);
                }

                return default(Done);
            }, cancel);
        }
    }
}
