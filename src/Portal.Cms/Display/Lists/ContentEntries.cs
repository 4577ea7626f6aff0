using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Cms.Display.Lists;

/// <summary>Makes list rows into entries, in the order given: one query for places, one per type that adds details.</summary>
public sealed class ContentEntries(PortalDb db, ContentTypes types, ContentNames names, IEnumerable<IEntryDetails> details)
{
    const int SummaryLength = 240;

    public async Task<IReadOnlyList<ContentEntry>> OfAsync(IReadOnlyList<ContentItemIndex> rows, Culture culture, CancellationToken cancel)
    {
        if (rows.Count == 0) return [];

        string[] sets = [.. rows.Select(r => r.LocalizationSet)];
        var places = (await db.ContentReferences.AsNoTracking().Where(r => r.Field == "TopicsPart.Municipalities" && sets.Contains(r.LocalizationSet)).ToListAsync(cancel)).ToLookup(r => r.LocalizationSet, r => r.Target, StringComparer.Ordinal);
        var known = await names.InAsync(culture, rows.Select(r => r.OrganisationSet).Concat(places.SelectMany(p => p)), cancel);
        var extra = await DetailsAsync(rows.Select(r => (r.ContentType, r.LocalizationSet)), culture, cancel);
        return [.. rows.Select(Entry)];

        ContentEntry Entry(ContentItemIndex row)
        {
            var shownIn = row.Culture == culture.ContentCode || !Culture.TryFrom(row.Culture, out var other) ? culture : other == Culture.Sr ? Culture.SrLatn : other;
            var type = types.Find(row.ContentType);
            return new(
                row.ContentType, row.LocalizationSet, shownIn.Render(row.Title, row.LatinTitle), $"/{shownIn.Code}/{row.Path}", Excerpt.Of(shownIn.Render(row.Summary, row.LatinSummary), SummaryLength),
                (type?.DisplayNames.TryGetValue(culture.ContentCode, out var own) == true ? culture.Render(own) : type?.DisplayName) ?? row.ContentType, row.Kind, type?.Listing is { Kinds.Count: > 0 } listing && row.Kind.Length > 0 ? listing.KindName(row.Kind) : null, row.Day,
                row.OrganisationSet is { } organisation ? known.GetValueOrDefault(organisation) : null,
                [.. places[row.LocalizationSet].Select(p => known.GetValueOrDefault(p)).OfType<ContentName>()],
                shownIn == culture ? null : shownIn, extra.GetValueOrDefault(row.LocalizationSet))
            {
                KindField = type?.Listing?.KindField,
                SaysDay = type?.Listing?.Order is ListOrder.Newest or ListOrder.Chronological,
                DayName = type?.Listing?.DayName?.Invoke(row.Day, row.Kind, culture),
            };
        }
    }

    /// <returns>By set, what the types themselves show under the titles: one query per type that has something to show.</returns>
    public async Task<IReadOnlyDictionary<string, EntryDetail>> DetailsAsync(IEnumerable<(string ContentType, string Set)> items, Culture culture, CancellationToken cancel)
    {
        var all = new Dictionary<string, EntryDetail>(StringComparer.Ordinal);
        var byType = items.ToLookup(i => i.ContentType, i => i.Set, StringComparer.Ordinal);
        foreach (var knower in details.Where(d => byType.Contains(d.ContentType)))
        {
            foreach (var (set, detail) in await knower.LoadAsync([.. byType[knower.ContentType].Distinct(StringComparer.Ordinal)], culture, cancel)) all[set] = detail;
        }

        return all;
    }
}
