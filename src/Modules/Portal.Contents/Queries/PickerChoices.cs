using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Contents.Drivers;
using Portal.Contents.Editing;

namespace Portal.Contents.Queries;

/// <summary>An item that a search by title found.</summary>
/// <param name="Href">Address of its page from the root; null where it has none.</param>
public sealed record FoundItem(string ContentItemId, string Set, string ContentType, string Name, string? Lang, string? Href);

/// <summary>
/// What pickers choose from: all that is public while a list can hold it, else what is chosen and what was searched for. Beside it the drafts of whoever chooses, and those that are chosen already:
/// a recommendation is written before the analysis that it comes from is public.
/// </summary>
public sealed class PickerChoices(PortalDb db, ContentTypes types, TermTree terms, TaggedCache cache, ContentAccess access, CurrentUser user, IStringLocalizer text)
{
    /// <summary>What a list can hold so that people still find something in it.</summary>
    public const int LongestList = 200;

    const int MostFound = 20;

    /// <summary>Drafts that are offered, the latest first.</summary>
    const int MostDrafts = 20;

    // Members, not a constructor: the database filters by them.
    sealed class Row
    {
        public required string ContentItemId { get; init; }
        public required string Set { get; init; }
        public required string ContentType { get; init; }
        public required string Culture { get; init; }
        public required string Title { get; init; }
        public required string? Path { get; init; }
    }

    public async Task<PickerOptions> ForAsync(IReadOnlyList<FieldSpot> spots, TypedValues typed, Culture culture, CancellationToken cancel)
    {
        var pickers = spots.Select(spot => (spot, sources: PickerOptions.SourcesOf(spot.Field).ToList())).Where(p => p.sources.Count > 0).ToList();
        if (pickers.Count == 0) return PickerOptions.None;

        var (options, tooMany) = (new Dictionary<string, IReadOnlyList<PickerOption>>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var source in pickers.SelectMany(p => p.sources).Distinct(StringComparer.Ordinal))
        {
            if (await AllAsync(source, culture, cancel) is { } all) options[source] = await OfferedAsync(all, [.. pickers.Where(p => p.sources.Contains(source, StringComparer.Ordinal)).SelectMany(p => typed.All(p.spot.Name))], cancel);
            else tooMany.Add(source);
        }

        foreach (var source in tooMany)
        {
            var here = pickers.Where(p => p.sources.Contains(source, StringComparer.Ordinal)).Select(p => p.spot).ToList();
            string[] chosen = [.. here.SelectMany(s => typed.All(s.Name)).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];
            var rows = await RowsOf(source, chosen).ToListAsync(cancel);
            foreach (var words in here.Select(s => typed[s.Sub("find")].Trim()).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal)) rows.AddRange(await FindRowsAsync([TypeOf(source)], words, cancel));
            options[source] = NamedFrom(source, rows, culture);
        }

        var drafts = await DraftsAsync([.. options.Keys.Where(s => !IsOfTerms(s)).Select(TypeOf)], [.. pickers.SelectMany(p => typed.All(p.spot.Name)).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)], cancel);
        foreach (var source in options.Keys.Where(s => !IsOfTerms(s)).ToList())
        {
            var offered = options[source].Select(o => o.Value).ToHashSet(StringComparer.Ordinal);
            var own = NamedFrom(source, drafts.Where(r => r.ContentType == TypeOf(source)), culture).Where(o => !offered.Contains(o.Value)).ToList();
            if (own.Count > 0) options[source] = [.. own.Select(o => o with { Name = text["{0} (draft)", o.Name] }), .. options[source]];
        }

        return new(options, tooMany);
    }

    /// <summary>What nobody but its writers has seen yet.</summary>
    async Task<List<Row>> DraftsAsync(string[] contentTypes, string[] chosen, CancellationToken cancel)
    {
        if (contentTypes.Length == 0 || user.Id is not { } me) return [];
        var organisation = user.OrganisationSet;
        return await (from item in access.Editable(db.ContentItems)
                      join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
                      where contentTypes.Contains(item.ContentType) && item.PublishedVersionId == null
                          && (item.OwnerId == me || (item.OrganisationSet != null && item.OrganisationSet == organisation) || chosen.Contains(item.LocalizationSet) || chosen.Contains(item.ContentItemId))
                      orderby item.ModifiedUtc descending
                      select new Row { ContentItemId = item.ContentItemId, Set = item.LocalizationSet, ContentType = item.ContentType, Culture = item.Culture, Title = version.DisplayText, Path = null })
            .Take(MostDrafts).ToListAsync(cancel);
    }

    /// <summary>Terms that are retired are not offered, but where they are chosen already.</summary>
    async Task<IReadOnlyList<PickerOption>> OfferedAsync(IReadOnlyList<PickerOption> all, HashSet<string> chosen, CancellationToken cancel)
    {
        var retired = await terms.RetiredAsync(cancel);
        return retired.Count == 0 ? all : [.. all.Where(o => !retired.ContainsKey(o.Value) || chosen.Contains(o.Value))];
    }

    /// <summary>Finds public items by their titles, in either script and with or without diacritics: an address is the title in plain letters.</summary>
    /// <param name="contentTypes">Names; none = every type that has pages.</param>
    /// <param name="culture">The language whose titles and pages are wanted.</param>
    public async Task<IReadOnlyList<FoundItem>> FindAsync(IReadOnlyCollection<string> contentTypes, string words, Culture culture, CancellationToken cancel)
    {
        var wanted = contentTypes.Count > 0 ? contentTypes : [.. types.All.Where(t => t.Controller is not null).Select(t => t.Name)];
        var found = await FindRowsAsync(wanted, words, cancel);
        string[] sets = [.. found.Select(r => r.Set).Distinct(StringComparer.Ordinal)];
        // Whatever language the words were found in, the text of the language asked for comes where there is one.
        var all = await Public().Where(r => sets.Contains(r.Set)).ToListAsync(cancel);
        return [.. from set in sets
                   let row = Best(all.Where(r => r.Set == set), culture)
                   let own = row.Culture == culture.ContentCode
                   select new FoundItem(row.ContentItemId, row.Set, row.ContentType, own ? culture.Render(row.Title) : row.Title, own ? null : HtmlLang(row.Culture), row.Path is null ? null : $"/{(own ? culture.Code : row.Culture)}/{row.Path}")];
    }

    /// <returns>Null where there are too many for a list.</returns>
    async Task<IReadOnlyList<PickerOption>?> AllAsync(string source, Culture culture, CancellationToken cancel)
    {
        if (IsOfTerms(source)) return await TermsAsync(source[PickerOptions.Terms.Length..], cancel);

        var type = TypeOf(source);
        return await cache.GetAsync(("picker", source, culture.Code), [Tags.Type(type)], async () =>
            await db.ContentItems.Where(i => i.ContentType == type && i.PublishedVersionId != null).Select(i => i.LocalizationSet).Distinct().Take(LongestList + 1).CountAsync(cancel) > LongestList
                ? null : NamedFrom(source, await Public().Where(r => r.ContentType == type).ToListAsync(cancel), culture), weight: all => 1 + (all?.Count ?? 0) / 4);
    }

    async Task<List<Row>> FindRowsAsync(IReadOnlyCollection<string> contentTypes, string words, CancellationToken cancel)
    {
        var rows = Public().Where(r => contentTypes.Contains(r.ContentType));
        if (words.Length > 0)
        {
            var matching = rows;
            foreach (var word in Slug.From(words).Split('-').Take(8)) matching = matching.Where(r => r.Path != null && r.Path.Contains(word));
            var found = await matching.OrderBy(r => r.Title.Length).Take(MostFound).ToListAsync(cancel);
            // Addresses that somebody chose say other words than the title.
            return found.Count > 0 ? found : await rows.Where(r => r.Title.Contains(words)).OrderBy(r => r.Title.Length).Take(MostFound).ToListAsync(cancel);
        }

        return await rows.OrderByDescending(r => r.ContentItemId).Take(MostFound).ToListAsync(cancel);
    }

    IQueryable<Row> Public() =>
        from item in db.ContentItems
        join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
        select new Row { ContentItemId = item.ContentItemId, Set = item.LocalizationSet, ContentType = item.ContentType, Culture = item.Culture, Title = version.DisplayText, Path = item.PublishedPath };

    IQueryable<Row> RowsOf(string source, string[] values) =>
        IsOfItems(source) ? Public().Where(r => values.Contains(r.ContentItemId)) : Public().Where(r => values.Contains(r.Set));

    static bool IsOfTerms(string source) => source.StartsWith(PickerOptions.Terms, StringComparison.Ordinal);

    static bool IsOfItems(string source) => source.StartsWith(PickerOptions.Items, StringComparison.Ordinal);

    static string TypeOf(string source) => IsOfItems(source) ? source[PickerOptions.Items.Length..] : source;

    static IReadOnlyList<PickerOption> NamedFrom(string source, IEnumerable<Row> rows, Culture culture)
    {
        var options = IsOfItems(source)
            ? rows.DistinctBy(r => r.ContentItemId, StringComparer.Ordinal).Select(r => (Value: r.ContentItemId, Row: r))
            : rows.GroupBy(r => r.Set, StringComparer.Ordinal).Select(set => (Value: set.Key, Row: Best(set, culture)));
        return [.. options.Select(Named).OrderBy(o => o.Name, StringComparer.CurrentCulture)];

        PickerOption Named((string Value, Row Row) option)
        {
            var own = option.Row.Culture == culture.ContentCode;
            return new(option.Value, own ? culture.Render(option.Row.Title) : option.Row.Title, own ? null : HtmlLang(option.Row.Culture));
        }
    }

    static Row Best(IEnumerable<Row> rows, Culture culture) =>
        rows.OrderBy(r => r.Culture == culture.ContentCode ? 0 : r.Culture == Culture.En.Code ? 1 : 2).ThenBy(r => r.Culture, StringComparer.Ordinal).First();

    /// <summary>The terms stand inside the taxonomy's item, each with those below it.</summary>
    async Task<IReadOnlyList<PickerOption>> TermsAsync(string taxonomy, CancellationToken cancel)
    {
        var json = await (from item in db.ContentItems
                          join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
                          where item.ContentItemId == taxonomy
                          select version.Json).SingleOrDefaultAsync(cancel);
        var options = new List<PickerOption>();
        if (json is not null) Add(ContentDocument.Parse(json).Content["TaxonomyPart"]?["Terms"], 0);
        return options;

        void Add(JsonNode? terms, int depth)
        {
            foreach (var term in (terms as JsonArray ?? []).OfType<JsonObject>())
            {
                if ((string?)term["ContentItemId"] is { Length: > 0 } id) options.Add(new(id, (string?)term["DisplayText"] ?? id, null, depth));
                Add(term["Terms"], depth + 1);
            }
        }
    }

    static string HtmlLang(string code) => Culture.TryFrom(code, out var culture) ? culture.HtmlLang : code;
}
