using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Recommendations.Models;

namespace Portal.Recommendations.Queries;

/// <param name="OverdueReplies">Of those that the list shows on all its pages.</param>
public sealed record RecommendationListView(ContentListView List, int OverdueReplies, int OverdueImplementations);

/// <summary>One page of the list of recommendations. The register answers what fits; two queries fetch what the page shows of it.</summary>
public sealed class RecommendationList(PortalDb db, RecommendationRegister register, CurrentDeadlines current, ContentEntries entries, ContentNames names, ContentTypes types, PageCaching caching)
{
    public const int PageSize = 20;

    /// <returns>Null where there is no such page.</returns>
    public async Task<RecommendationListView?> RunAsync(Culture culture, ListQuery query, CancellationToken cancel)
    {
        caching.VaryBy(RegisterFilter.Keys);
        var deadlines = await current.ReadAsync();
        var selection = RegisterSelection.Of(await register.AllAsync(cancel), query, deadlines, culture.ContentCode);

        var pages = Math.Max(1, (selection.Rows.Count + PageSize - 1) / PageSize);
        if (query.Page < 1 || query.Page > pages) return null;

        var shown = await EntriesAsync(selection.Rows.Skip((query.Page - 1) * PageSize).Take(PageSize), culture, cancel);
        var list = new ContentListView(
            types.Find(nameof(Recommendation))!, culture, query, shown, await FacetsAsync(selection, query, culture, cancel), query.Page, pages, selection.Rows.Count, Elsewhere(selection.Elsewhere));
        return new(list, selection.Rows.Count(r => deadlines.IsReplyOverdue(r.Status, r.Issued)), selection.Rows.Count(r => deadlines.IsImplementationOverdue(r.Status, r.Due)));
    }

    /// <returns>Entries of these rows, in their order. Two queries.</returns>
    public async Task<IReadOnlyList<ContentEntry>> EntriesAsync(IEnumerable<RegisterRow> rows, Culture culture, CancellationToken cancel)
    {
        string[] sets = [.. rows.Select(r => r.Set)];
        if (sets.Length == 0) return [];
        var found = await db.ContentItemIndex.AsNoTracking().Where(i => sets.Contains(i.LocalizationSet) && i.Culture == culture.ContentCode).ToDictionaryAsync(i => i.LocalizationSet, StringComparer.Ordinal, cancel);
        return await entries.OfAsync([.. sets.Where(found.ContainsKey).Select(s => found[s])], culture, cancel);
    }

    async Task<IReadOnlyList<Facet>> FacetsAsync(RegisterSelection selection, ListQuery query, Culture culture, CancellationToken cancel)
    {
        var named = await names.InAsync(culture, RegisterFilter.All.Zip(selection.Counts).Where(f => IsNamed(f.First)).SelectMany(f => f.Second.Keys), cancel);
        var order = StringComparer.Create(culture.FormatCulture, ignoreCase: true);
        var facets = new List<Facet>();
        foreach (var (filter, counts) in RegisterFilter.All.Zip(selection.Counts))
        {
            var chosen = query[filter.Key];
            IEnumerable<FacetValue> values = filter.Key switch
            {
                ListFilters.Status => from status in Enum.GetValues<InstitutionStatus>() let key = StatusWords.Key(status) where counts.ContainsKey(key) select Said(key, StatusWords.NameOf(status)),
                RegisterFilter.Verdict => from verdict in Enum.GetValues<Verdict>() let key = StatusWords.Key(verdict) where counts.ContainsKey(key) select Said(key, StatusWords.NameOf(verdict)),
                RegisterFilter.Overdue => from key in new[] { RegisterFilter.Reply, RegisterFilter.Implementation } where counts.ContainsKey(key) select Said(key, OverdueName(key)),
                ListFilters.Year => from key in counts.Keys.OrderDescending(StringComparer.Ordinal) select new FacetValue(key, key, null, null, counts[key], key == chosen),
                _ => from key in counts.Keys where named.ContainsKey(key) let name = named[key] select new FacetValue(key, name.Short, null, name.Lang, counts[key], key == chosen),
            };
            var shown = IsNamed(filter) ? [.. values.OrderBy(v => v.Text, order)] : values.ToList();
            // A filter with one value tells nothing, unless it is the one chosen; what is overdue always does.
            if (shown.Count > 1 || shown.Any(v => v.IsChosen) || (filter.Key == RegisterFilter.Overdue && shown.Count > 0)) facets.Add(new(filter.Key, filter.Name, shown));

            FacetValue Said(string key, string messageId) => new(key, null, messageId, null, counts[key], key == chosen);
        }

        return facets;
    }

    /// <returns>English message id.</returns>
    static string OverdueName(string key) => key == RegisterFilter.Reply ? "Reply overdue" : "Implementation overdue";

    static bool IsNamed(RegisterFilter filter) => filter.Key is RegisterFilter.Addressee or ListFilters.Theme or ListFilters.Municipality or ListFilters.Organisation;

    static Elsewhere Elsewhere(IReadOnlyList<RegisterRow> rows) =>
        rows.Count == 0 ? Cms.Display.Lists.Elsewhere.None : new(rows.Count, [.. Culture.All.Where(c => rows.Any(r => r.IsIn(c.ContentCode)))]);
}
