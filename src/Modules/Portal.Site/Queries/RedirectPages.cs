using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Site.Redirects;

namespace Portal.Site.Queries;

/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record RedirectsView(IReadOnlyList<Redirect> Rows, int Total, string? Q, string? Next);

/// <summary>Redirects for those who manage them: two queries a page.</summary>
public sealed class RedirectPages(PortalDb db)
{
    public const int PageSize = 100;

    /// <param name="after">Address and id of the last row before the page.</param>
    public async Task<RedirectsView> RunAsync(string? q, string? after, CancellationToken cancel)
    {
        var found = db.Redirects.AsNoTracking();
        if (q?.Trim() is { Length: > 0 } sought) found = found.Where(r => r.From.Contains(sought) || r.To.Contains(sought));
        var total = await found.CountAsync(cancel);
        if (after?.LastIndexOf(' ') is { } space and > 0)
        {
            var (from, id) = (after[..space], after[(space + 1)..]);
#pragma warning disable CA1309 // In SQL this becomes >, which compares bytes on both databases.
            found = found.Where(r => string.Compare(r.From, from) > 0 || (r.From == from && string.Compare(r.Id, id) > 0));
#pragma warning restore CA1309
        }

        var rows = await found.OrderBy(r => r.From).ThenBy(r => r.Id).Take(PageSize + 1).ToListAsync(cancel);
        return new([.. rows.Take(PageSize)], total, q, rows.Count > PageSize ? $"{rows[PageSize - 1].From} {rows[PageSize - 1].Id}" : null);
    }

    public Task<Redirect?> FindAsync(string id, CancellationToken cancel) => db.Redirects.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancel);

    public Task<List<Redirect>> AllAsync(CancellationToken cancel) => db.Redirects.AsNoTracking().OrderBy(r => r.From).ThenBy(r => r.Id).ToListAsync(cancel);
}
