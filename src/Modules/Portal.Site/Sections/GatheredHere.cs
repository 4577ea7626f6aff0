using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Site.Models;

namespace Portal.Site.Sections;

/// <param name="Listing">The list that has all of them.</param>
/// <param name="AllHref">Its address, filtered; null where everything is shown.</param>
public sealed record GatheredGroup(string ContentType, ContentListing Listing, IReadOnlyList<ContentEntry> Entries, int Total, string? AllHref);

public sealed record GatheredView(IReadOnlyList<GatheredGroup> Groups, int Elsewhere);

/// <summary>Gathers what is about a theme or a municipality, or was published by an organisation, on its page: the newest of each type. Four queries, and those of the entries.</summary>
public sealed class GatheredHere(PortalDb db, ContentTypes types, ContentEntries entries, TermTree terms, PageCaching caching, TimeProvider clock) : IContentSection
{
    const int OfEachType = 5;
    const string OrganisationType = "Organisation";

    public bool AppliesTo(string contentType) => FilterOf(contentType) is not null;

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        var (filter, now) = (FilterOf(page.ContentType)!, clock.UtcNow);
        string[] shown = [.. types.All.Where(t => t.Listing is { IsGathered: true } listing && listing.Filters.Contains(filter, StringComparer.Ordinal)).Select(t => t.Name)];
        caching.Tag(shown.Select(Tags.Type));
        caching.Tag(Tags.Terms);
        caching.ChangesAt(await db.ContentItemIndex.Where(i => shown.Contains(i.ContentType)).NextShownAsync(now, cancel));

        var all = About(page, filter, await terms.WithinAsync(page.Set, cancel), now).Where(i => shown.Contains(i.ContentType));
        var here = all.Where(i => i.Culture == page.Culture.ContentCode);
        var totals = await here.GroupBy(i => i.ContentType).Select(g => new { Type = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Type, g => g.Count, StringComparer.Ordinal, cancel);
        var rows = await here.Select(i => i.ContentType).Distinct()
            .SelectMany(type => here.Where(i => i.ContentType == type).OrderByDescending(i => i.Day).ThenBy(i => i.ContentItemId).Take(OfEachType)).ToListAsync(cancel);
        var elsewhere = await all.Where(i => !here.Any(h => h.LocalizationSet == i.LocalizationSet)).Select(i => i.LocalizationSet).Distinct().CountAsync(cancel);

        var byType = (await entries.OfAsync([.. rows.OrderByDescending(r => r.Day)], page.Culture, cancel)).ToLookup(e => e.ContentType, e => e with { Level = 3 }, StringComparer.Ordinal);
        var groups = from type in types.All
                     where totals.ContainsKey(type.Name)
                     let total = totals[type.Name]
                     select new GatheredGroup(type.Name, type.Listing!, [.. byType[type.Name]], total, total > OfEachType ? AllOf(type, page, filter) : null);
        var view = new GatheredView([.. groups], elsewhere);
        return [new("after", null, "_GatheredHere", view)];
    }

    IQueryable<ContentItemIndex> About(ContentPage page, string filter, IReadOnlyList<string> within, DateTime now)
    {
        var items = db.ContentItemIndex.AsNoTracking().Shown(now);
        return filter == ListFilters.Organisation ? items.Where(i => i.OrganisationSet == page.Set) : items.PointingTo(db, ListFacets.FieldOf(filter), within);
    }

    static string? FilterOf(string contentType) => contentType switch
    {
        nameof(Theme) => ListFilters.Theme,
        nameof(Municipality) => ListFilters.Municipality,
        OrganisationType => ListFilters.Organisation,
        _ => null,
    };

    static string? AllOf(ContentTypeDefinition type, ContentPage page, string filter) =>
        type.SlugIn(page.Culture) is { } slug ? $"/{page.Culture.Code}/{slug}?{filter}={Uri.EscapeDataString(page.Set)}" : null;
}
