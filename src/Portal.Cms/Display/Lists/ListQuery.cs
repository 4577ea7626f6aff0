using System.Globalization;
using Microsoft.AspNetCore.Http;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;

namespace Portal.Cms.Display.Lists;

/// <summary>What a reader asked of a list: filters by name (see <see cref="ListFilters"/>) and a page.</summary>
public sealed record ListQuery(IReadOnlyDictionary<string, string> Filters, int Page)
{
    static readonly string[] Statuses = ["upcoming", "current", "past"];

    /// <summary>The states of what happens in time: before, while, after.</summary>
    public static IReadOnlyList<string> AllStatuses => Statuses;

    public string? this[string filter] => Filters.GetValueOrDefault(filter);

    /// <summary>For filters whose value has parts: the value and its parts (see <see cref="TermTree.WithinAsync"/>).</summary>
    IReadOnlyDictionary<string, IReadOnlyList<string>> Within { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <returns>The sets of which an item has to point to one to pass a filter.</returns>
    public IReadOnlyList<string> TargetsOf(string filter) => Within.GetValueOrDefault(filter) ?? [Filters[filter]];

    /// <returns>The same query, in which a term means its parts too.</returns>
    public async ValueTask<ListQuery> WithPartsAsync(TermTree terms, CancellationToken cancel)
    {
        var within = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (key, value) in Filters.Where(f => f.Key is ListFilters.Theme or ListFilters.Municipality || PickerFilters.ContainsKey(f.Key))) within[key] = await terms.WithinAsync(value, cancel);
        return this with { Within = within };
    }

    IReadOnlyDictionary<string, string> PickerFilters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <returns>The picker field behind a filter.</returns>
    public string FieldOf(string filter) => PickerFilters.GetValueOrDefault(filter) ?? ListFacets.FieldOf(filter);

    /// <returns>The query keys that a list reads.</returns>
    public static IEnumerable<string> KeysOf(ContentListing listing) => [.. listing.Filters, ListFilters.Kind, ListFilters.Band, "page"];

    /// <returns>Null where a filter does not belong to the list or cannot have the value: such a page does not exist, so nobody fills the cache with invented ones.</returns>
    public static ListQuery? Read(IQueryCollection query, ContentListing listing)
    {
        var filters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in listing.Filters.Append(ListFilters.Kind).Append(ListFilters.Band))
        {
            if (query[key] is not [{ Length: > 0 } value]) { if (query[key].Count > 1) return null; continue; }
            if (!IsPossible(key, value, listing)) return null;
            filters[key] = value;
        }

        var page = 1;
        return query.TryGetValue("page", out var asked) && !int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out page) ? null : new(filters, page) { PickerFilters = listing.PickerFilters };
    }

    static bool IsPossible(string key, string value, ContentListing listing) => key switch
    {
        ListFilters.Kind => listing.Kinds.Contains(value, StringComparer.Ordinal),
        ListFilters.Band => listing.Bands.Contains(value, StringComparer.Ordinal),
        ListFilters.Year => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200,
        ListFilters.Status => listing.StatusNames.Count > 0 && Statuses.Contains(value, StringComparer.Ordinal),
        _ => value.Length <= 100,
    };

    /// <summary>The list's address with one filter set, or taken away, on its first page.</summary>
    public string With(string key, string? value) => Address(Filters.Where(f => f.Key != key).Concat(value is null ? [] : [new(key, value)]), 1);

    /// <summary>The address of another page of the same list; relative, so that it holds for the list and its feed.</summary>
    public string OnPage(int page) => Address(Filters, page);

    static string Address(IEnumerable<KeyValuePair<string, string>> filters, int page)
    {
        var query = QueryString.Create(filters.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => KeyValuePair.Create(f.Key, (string?)f.Value)));
        return (page > 1 ? query.Add("page", page.ToString(CultureInfo.InvariantCulture)) : query).ToString();
    }
}
