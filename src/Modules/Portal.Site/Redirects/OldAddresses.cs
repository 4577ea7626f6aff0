using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;

namespace Portal.Site.Redirects;

/// <summary>Says where an address leads that nothing else answers. Asked only then: no page that is there becomes slower by it. All rules are in memory until one changes.</summary>
public sealed class OldAddresses(PortalDb db, TaggedCache cache, RedirectHits hits)
{
    /// <param name="path">As the visitor asked for it, decoded.</param>
    /// <param name="query">With its question mark, or empty.</param>
    public async ValueTask<RedirectAnswer?> FindAsync(string path, string query, CancellationToken cancel)
    {
        var book = await cache.GetAsync("redirects", [RedirectTables.Tag], async () =>
            new RedirectBook((await db.Redirects.AsNoTracking().ToListAsync(cancel)).Select(r => (r.Id, RedirectRule.Of(r)))), b => 1 + (b.Count / 2));
        var answer = book.Find(path, query);
        if (answer is not null) hits.Note(answer.Id);
        return answer;
    }
}
