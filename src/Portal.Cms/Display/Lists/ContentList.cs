using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Cms.Display.Lists;

/// <summary>One value of a filter.</summary>
/// <param name="Text">Words to show; null = the English message id in <paramref name="MessageId"/>.</param>
/// <param name="MessageId">English message id.</param>
public sealed record FacetValue(string Value, string? Text, string? MessageId, string? Lang, int Count, bool IsChosen)
{
    /// <summary>The field whose value it is, where an administrator may have called it otherwise.</summary>
    public string? Context { get; init; }

    public string In(IStringLocalizer text) => Text ?? text.InContext(Context)[MessageId!];
}

/// <summary>A filter with the values that lead somewhere.</summary>
/// <param name="Name">English message id of what is chosen.</param>
public sealed record Facet(string Key, string Name, IReadOnlyList<FacetValue> Values);

/// <summary>How many items of a list exist in other cultures only.</summary>
public sealed record Elsewhere(int Count, IReadOnlyList<Culture> Cultures)
{
    public static readonly Elsewhere None = new(0, []);
}

/// <param name="Total">Items on all pages.</param>
public sealed record ContentListView(
    ContentTypeDefinition Type, Culture Culture, ListQuery Query, IReadOnlyList<ContentEntry> Entries, IReadOnlyList<Facet> Facets, int Page, int Pages, int Total, Elsewhere Elsewhere)
{
    public ContentListing Listing => Type.Listing!;
}

/// <summary>One page of the list of a type. A constant number of queries, however long the list: rows, total, one per filter, places, details, other cultures.</summary>
public sealed class ContentList(PortalDb db, ContentEntries entries, ListFacets facets, TermTree terms, PageCaching caching, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <returns>Null where there is no such page.</returns>
    public async Task<ContentListView?> RunAsync(ContentTypeDefinition type, Culture culture, ListQuery query, CancellationToken cancel)
    {
        var (listing, now) = (type.Listing!, clock.UtcNow);
        caching.VaryBy(ListQuery.KeysOf(listing));
        caching.Tag(Tags.Terms);
        query = await query.WithPartsAsync(terms, cancel);
        var all = db.ContentItemIndex.AsNoTracking().OfType(type.Name, now);
        var here = all.Where(i => i.Culture == culture.ContentCode);
        var chosen = here.Matching(query, db, now);

        var total = await chosen.CountAsync(cancel);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        if (query.Page < 1 || query.Page > pages) return null;

        var rows = await chosen.InOrder(listing.Order, culture, now).Skip((query.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        caching.Tag(Tags.Type(type.Name));
        caching.ChangesAt(await NextChangeAsync(type.Name, culture, now, cancel));
        return new(
            type, culture, query, await entries.OfAsync(rows, culture, cancel), await facets.OfAsync(listing, here, culture, query, cancel),
            query.Page, pages, total, await ElsewhereAsync(all.Matching(query, db, now), culture, cancel));
    }

    /// <returns>The next instant at which an item of the list appears, begins or ends.</returns>
    public async Task<DateTime?> NextChangeAsync(string contentType, Culture culture, DateTime now, CancellationToken cancel)
    {
        var next = await db.ContentItemIndex.Where(i => i.ContentType == contentType && i.Culture == culture.ContentCode && (i.ListedUtc > now || i.StartsUtc > now || i.EndsUtc > now))
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Listed = g.Min(i => i.ListedUtc > now ? i.ListedUtc : null),
                Starts = g.Min(i => i.StartsUtc > now ? i.StartsUtc : null),
                Ends = g.Min(i => i.EndsUtc > now ? i.EndsUtc : null),
            }).SingleOrDefaultAsync(cancel);
        return next is null ? null : new[] { next.Listed, next.Starts, next.Ends }.Min();
    }

    static async Task<Elsewhere> ElsewhereAsync(IQueryable<ContentItemIndex> chosen, Culture culture, CancellationToken cancel)
    {
        // Grouped in the database: a site may have thousands that are not translated.
        var missing = chosen.Where(i => !chosen.Any(h => h.LocalizationSet == i.LocalizationSet && h.Culture == culture.ContentCode));
        var byCulture = await missing.GroupBy(i => i.Culture).Select(g => g.Key).ToListAsync(cancel);
        if (byCulture.Count == 0) return Elsewhere.None;

        return new(await missing.Select(i => i.LocalizationSet).Distinct().CountAsync(cancel), [.. Culture.All.Where(c => byCulture.Contains(c.ContentCode, StringComparer.Ordinal))]);
    }
}
