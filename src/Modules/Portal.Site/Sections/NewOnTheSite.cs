using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;

namespace Portal.Site.Sections;

/// <param name="Elsewhere">How many texts exist in other languages only.</param>
public sealed record NewView(IReadOnlyList<ContentEntry> Entries, int Elsewhere, string FeedHref);

/// <summary>The newest of everything that does not happen at a time of its own, on the home page: not more than two of a type while there is something else, or a batch of recommendations would push everything out.</summary>
public sealed class NewOnTheSite(PortalDb db, ContentTypes types, ContentEntries entries, PageCaching caching, TaggedCache cache, TimeProvider clock) : IContentSection
{
    const int Shown = 6, OfOneType = 2;

    public bool AppliesTo(string contentType) => contentType == "Home";

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        string[] shown = [.. types.All.Where(t => t.Listing is { IsNews: true, StatusNames.Count: 0 }).Select(t => t.Name)];
        caching.Tag(shown.Select(Tags.Type));
        var all = db.ContentItemIndex.AsNoTracking().Shown(clock.UtcNow).Where(i => shown.Contains(i.ContentType));
        var here = all.Where(i => i.Culture == page.Culture.ContentCode);
        // The newest of each type by itself, in one command: each is a few steps in an index, however many there are.
        var newest = await shown.Select(type => here.Where(i => i.ContentType == type).OrderByDescending(i => i.PublishedUtc).ThenByDescending(i => i.ContentItemId).Take(Shown)).Aggregate((some, more) => some.Concat(more)).ToListAsync(cancel);
        var rows = Balanced(newest);
        var counts = await CountAsync(all, shown, cancel);
        var elsewhere = counts.Sets - counts.ByCulture.GetValueOrDefault(page.Culture.ContentCode);
        return [new("new", null, "_NewOnTheSite", new NewView(
            [.. (await entries.OfAsync(rows, page.Culture, cancel)).Select(e => e with { Level = 3, SaysType = true, Summary = "" })], elsewhere, $"/{page.Culture.Code}{ContentRouteTransformer.FeedAddress}"))];
    }

    /// <param name="ByCulture">Every set has one text at most in a language.</param>
    sealed record Counts(int Sets, IReadOnlyDictionary<string, int> ByCulture);

    /// <summary>Counted once for all languages: at some ten thousand texts it is the dearest thing on the page.</summary>
    ValueTask<Counts> CountAsync(IQueryable<ContentItemIndex> all, string[] types, CancellationToken cancel) => cache.GetAsync("texts-by-culture", [.. types.Select(Tags.Type)], async () => new Counts(
        await all.Select(i => i.LocalizationSet).Distinct().CountAsync(cancel),
        await all.GroupBy(i => i.Culture).Select(g => new { Culture = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Culture, g => g.Count, StringComparer.Ordinal, cancel)));

    static List<ContentItemIndex> Balanced(List<ContentItemIndex> newest)
    {
        var inOrder = newest.OrderByDescending(i => i.PublishedUtc).ThenByDescending(i => i.ContentItemId, StringComparer.Ordinal).ToList();
        var few = inOrder.GroupBy(i => i.ContentType, StringComparer.Ordinal).SelectMany(type => type.Take(OfOneType)).ToHashSet();
        return [.. inOrder.OrderBy(i => few.Contains(i) ? 0 : 1).Take(Shown).OrderByDescending(i => i.PublishedUtc)];
    }
}
