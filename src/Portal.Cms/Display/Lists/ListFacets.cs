using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Cms.Display.Lists;

/// <summary>Counts what each filter of a list would leave, every other filter in place: one query per filter.</summary>
public sealed class ListFacets(PortalDb db, ContentNames names, TermTree terms, TimeProvider clock)
{
    /// <returns>The picker field behind a filter.</returns>
    public static string FieldOf(string filter) => filter switch
    {
        ListFilters.Theme => "TopicsPart.Themes",
        ListFilters.Municipality => "TopicsPart.Municipalities",
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "No field is behind this filter."),
    };

    /// <param name="here">Items of the list in the reader's culture, unfiltered.</param>
    public async Task<IReadOnlyList<Facet>> OfAsync(ContentListing listing, IQueryable<ContentItemIndex> here, Culture culture, ListQuery query, CancellationToken cancel)
    {
        var facets = new List<Facet>();
        foreach (var key in FiltersOf(listing).Where(f => f != ListFilters.Status || listing.StatusNames.Count > 0))
        {
            var others = here.Matching(query, db, clock.UtcNow, except: key);
            var values = key switch
            {
                ListFilters.Kind => await KindsAsync(others, listing, cancel),
                ListFilters.Band => await BandsAsync(others, listing, cancel),
                ListFilters.Year => await YearsAsync(others, cancel),
                ListFilters.Status => await StatusesAsync(others, listing, cancel),
                ListFilters.Organisation => await NamedAsync(others.Where(i => i.OrganisationSet != null).GroupBy(i => i.OrganisationSet!).Select(g => new Counted(g.Key, g.Count())), culture, cancel),
                _ => await TargetsAsync(others, query.FieldOf(key), culture, cancel),
            };
            values = [.. values.Select(v => v with { IsChosen = v.Value == query[key] })];
            // A filter with one value tells nothing, unless it is the one chosen.
            if (values.Count > 1 || values.Any(v => v.IsChosen)) facets.Add(new(key, NameOf(key, listing), values));
        }

        return facets;
    }

    static IEnumerable<string> FiltersOf(ContentListing listing) =>
        [.. listing.Kinds.Count > 0 ? [ListFilters.Kind] : Array.Empty<string>(), .. listing.Bands.Count > 0 ? [ListFilters.Band] : Array.Empty<string>(), .. listing.Filters];

    /// <returns>English message id.</returns>
    static string NameOf(string filter, ContentListing listing) => filter switch
    {
        ListFilters.Kind => listing.KindLabel,
        ListFilters.Band => listing.BandLabel,
        ListFilters.Theme => "Theme",
        ListFilters.Municipality => "Municipality",
        ListFilters.Organisation => "Organisation",
        ListFilters.Year => "Year",
        _ => "Status",
    };

    sealed record Counted(string Key, int Count);

    static async Task<List<FacetValue>> KindsAsync(IQueryable<ContentItemIndex> items, ContentListing listing, CancellationToken cancel)
    {
        var counts = await items.GroupBy(i => i.Kind).Select(g => new Counted(g.Key, g.Count())).ToListAsync(cancel);
        return [.. from kind in listing.Kinds from counted in counts where counted.Key == kind select new FacetValue(kind, null, listing.KindName(kind), null, counted.Count, false) { Context = listing.KindField }];
    }

    static async Task<List<FacetValue>> BandsAsync(IQueryable<ContentItemIndex> items, ContentListing listing, CancellationToken cancel)
    {
        var counts = await items.GroupBy(i => i.Band).Select(g => new Counted(g.Key, g.Count())).ToListAsync(cancel);
        return [.. from band in listing.Bands from counted in counts where counted.Key == band select new FacetValue(band, null, listing.BandName(band), null, counted.Count, false) { Context = listing.BandField }];
    }

    static async Task<List<FacetValue>> YearsAsync(IQueryable<ContentItemIndex> items, CancellationToken cancel)
    {
        var counts = await items.GroupBy(i => i.Year).Select(g => new { Year = g.Key, Count = g.Count() }).OrderByDescending(c => c.Year).ToListAsync(cancel);
        return [.. counts.Select(c => (Year: c.Year.ToString(CultureInfo.InvariantCulture), c.Count)).Select(c => new FacetValue(c.Year, c.Year, null, null, c.Count, false))];
    }

    async Task<List<FacetValue>> StatusesAsync(IQueryable<ContentItemIndex> items, ContentListing listing, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var counts = await items.Where(i => i.StartsUtc != null).GroupBy(i => i.StartsUtc > now ? 0 : i.EndsUtc > now ? 1 : 2).Select(g => new { Status = g.Key, Count = g.Count() }).OrderBy(c => c.Status).ToListAsync(cancel);
        return [.. counts.Select(c => new FacetValue(ListQuery.AllStatuses[c.Status], null, listing.StatusNames[c.Status], null, c.Count, false))];
    }

    async Task<List<FacetValue>> TargetsAsync(IQueryable<ContentItemIndex> items, string field, Culture culture, CancellationToken cancel)
    {
        var pairs = db.ContentReferences.Where(r => r.Field == field).Select(r => new { r.Target, r.LocalizationSet });
        if (await terms.HasPartsAsync(cancel))
        {
            // What is about a part is about the whole; a union, so that an item about two parts counts once.
            pairs = pairs.Union(from reference in db.ContentReferences
                                join part in db.ContentReferences on reference.Target equals part.LocalizationSet
                                where reference.Field == field && part.Field == TermTree.ParentField
                                select new { part.Target, reference.LocalizationSet });
        }

        return await NamedAsync(
            from pair in pairs
            join item in items on pair.LocalizationSet equals item.LocalizationSet
            group item by pair.Target into same
            select new Counted(same.Key, same.Count()), culture, cancel);
    }

    async Task<List<FacetValue>> NamedAsync(IQueryable<Counted> counts, Culture culture, CancellationToken cancel)
    {
        var counted = await counts.ToListAsync(cancel);
        var known = await names.InAsync(culture, counted.Select(c => c.Key), cancel);
        return [.. (from count in counted
                    where known.ContainsKey(count.Key)
                    let name = known[count.Key]
                    select new FacetValue(count.Key, name.Short, null, name.Lang, count.Count, false)).OrderBy(v => v.Text, StringComparer.Create(culture.FormatCulture, ignoreCase: true))];
    }
}
