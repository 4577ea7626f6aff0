using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Search;
using Portal.Cms.Security;
using Portal.Translations.Indexes;
using Portal.Translations.Models;

namespace Portal.Translations.Queries;

/// <summary>One set on the board.</summary>
/// <param name="TitleCulture">The language that the title is in.</param>
/// <param name="States">In the order of <see cref="Culture.ContentCultures"/>.</param>
public sealed record BoardRow(string Set, string ContentType, string Title, Culture TitleCulture, DateTime ChangedUtc, IReadOnlyList<TranslationState> States);

/// <summary>How much of the board is done in one language.</summary>
public sealed record BoardShare(Culture Culture, int Total, int Current, int Stale, int InWork, int Missing)
{
    /// <summary>Whole percent, rounded down: a hundred means that nothing is left to do.</summary>
    public int Percent => Total == 0 ? 0 : (int)(100L * Current / Total);
}

/// <param name="Next">Where the next page begins; null = this is the last.</param>
public sealed record BoardView(BoardFilter Filter, IReadOnlyList<BoardRow> Rows, IReadOnlyList<BoardShare> Shares, IReadOnlyList<ContentName> Organisations, string? Next);

/// <summary>The texts of the site against its languages: three queries, however many there are and whatever page is shown. Whoever may edit the texts of one organisation only sees those.</summary>
public sealed class TranslationBoard(PortalDb db, ContentNames names, TaggedCache cache, CurrentUser user, ContentTypes types, ContentTypePermissions permissions)
{
    public const int PageSize = 50;

    const int LongestSearch = 200;

    public async Task<BoardView> RunAsync(BoardFilter filter, CancellationToken cancel)
    {
        var chosen = Chosen(filter);
        var page = chosen;
#pragma warning disable CA1309 // The database compares, in its own order.
        if (BoardPlace.Parse(filter.After) is var (at, set)) page = page.Where(s => s.ChangedUtc < at || (s.ChangedUtc == at && string.Compare(s.LocalizationSet, set) > 0));
#pragma warning restore CA1309
        var rows = await page.OrderByDescending(s => s.ChangedUtc).ThenBy(s => s.LocalizationSet).Take(PageSize + 1).ToListAsync(cancel);
        var shown = rows.Take(PageSize).ToList();
        var titles = await TitlesAsync([.. shown.Select(s => s.LocalizationSet)], cancel);
        return new(
            filter, [.. shown.Select(s => Row(s, titles))], await SharesAsync(filter, cancel), await names.AllAsync("Organisation", Culture.Current, cancel),
            rows.Count > PageSize ? new BoardPlace(shown[^1].ChangedUtc, shown[^1].LocalizationSet).ToString() : null);
    }

    /// <summary>How far each language is, of what the person may edit: of one type, or all.</summary>
    public async Task<IReadOnlyList<BoardShare>> SharesAsync(BoardFilter filter, CancellationToken cancel)
    {
        var mine = Scope();
        var groups = await cache.GetAsync(("translation shares", Given(filter.Type), Given(filter.Organisation), mine?.ToString()), [TranslationStates.Tag], async () =>
            await Within(filter, mine).GroupBy(s => new { s.Sq, s.Sr, s.Bs, s.En }).Select(g => new { g.Key.Sq, g.Key.Sr, g.Key.Bs, g.Key.En, Count = g.Count() }).ToListAsync(cancel));
        return [.. Culture.ContentCultures.Select(culture =>
        {
            var states = groups.ConvertAll(g => (State: culture.Code switch { "sq" => g.Sq, "sr" => g.Sr, "bs" => g.Bs, _ => g.En }, g.Count));
            int With(TranslationState state) => states.Where(s => s.State.HasFlag(state)).Sum(s => s.Count);
            return new BoardShare(culture, states.Sum(s => s.Count), With(TranslationState.Current), With(TranslationState.Stale), With(TranslationState.InWork), states.Where(s => s.State == TranslationState.Missing).Sum(s => s.Count));
        })];
    }

    IQueryable<SetTranslations> Chosen(BoardFilter filter)
    {
        var chosen = Within(filter, Scope());
        if (Given(filter.Q)?.Trim() is { Length: > 0 } words)
        {
            var folded = Words.Folded(words.Length > LongestSearch ? words[..LongestSearch] : words);
            if (folded.Count == 0) chosen = chosen.Where(_ => false);
            foreach (var beginning in folded.Select(w => " " + w)) chosen = chosen.Where(s => s.Titles.Contains(beginning));
        }

        return filter.State is { } state ? chosen.Where(Has(Given(filter.Culture), [.. StatesOf(state)])) : chosen;
    }

    IQueryable<SetTranslations> Within(BoardFilter filter, Mine? mine)
    {
        var sets = db.SetTranslations.AsNoTracking();
        if (Given(filter.Type) is { } type) sets = sets.Where(s => s.ContentType == type);
        if (Given(filter.Organisation) is { } organisation) sets = sets.Where(s => s.OrganisationSet == organisation);
        if (mine is null) return sets;
        var (whole, partly, own) = (mine.Whole, mine.Partly, mine.Organisation);
        return sets.Where(s => whole.Contains(s.ContentType) || (partly.Contains(s.ContentType) && s.OrganisationSet == own));
    }

    /// <summary>What somebody may edit who may not edit everything.</summary>
    /// <param name="Whole">Types of which they may edit any item.</param>
    /// <param name="Partly">Types of which they may edit those of their organisation.</param>
    sealed record Mine(string[] Whole, string[] Partly, string Organisation)
    {
        public override string ToString() => string.Join('|', [Organisation, .. Whole, "", .. Partly]);
    }

    /// <returns>Null = everything.</returns>
    Mine? Scope() => user.May(ContentPermissions.EditContent) ? null : new(
        [.. types.All.Where(t => user.May(permissions.Of(t.Name).Edit)).Select(t => t.Name)], [.. types.All.Where(t => user.May(permissions.Of(t.Name).EditOwn)).Select(t => t.Name)], user.OrganisationSet ?? "");

    static IEnumerable<TranslationState> StatesOf(BoardState state)
    {
        var all = Enumerable.Range(0, 16).Select(i => (TranslationState)i);
        return state switch
        {
            BoardState.Missing => [TranslationState.Missing],
            BoardState.Current => all.Where(s => s.HasFlag(TranslationState.Current)),
            BoardState.Stale => all.Where(s => s.HasFlag(TranslationState.Stale)),
            BoardState.InWork => all.Where(s => s.HasFlag(TranslationState.InWork)),
            _ => all.Where(s => s.HasFlag(TranslationState.SummaryOnly)),
        };
    }

    static Expression<Func<SetTranslations, bool>> Has(string? culture, TranslationState[] states) => culture switch
    {
        "sq" => s => states.Contains(s.Sq),
        "sr" => s => states.Contains(s.Sr),
        "bs" => s => states.Contains(s.Bs),
        "en" => s => states.Contains(s.En),
        _ => s => states.Contains(s.Sq) || states.Contains(s.Sr) || states.Contains(s.Bs) || states.Contains(s.En),
    };

    async Task<ILookup<string, (string Culture, string Title)>> TitlesAsync(string[] sets, CancellationToken cancel) =>
        (await (from item in db.ContentItems
                join latest in db.ContentItemVersions on item.LatestVersionId equals latest.VersionId
                where sets.Contains(item.LocalizationSet)
                select new { item.LocalizationSet, item.Culture, latest.DisplayText }).ToListAsync(cancel))
        .ToLookup(i => i.LocalizationSet, i => (i.Culture, i.DisplayText), StringComparer.Ordinal);

    static BoardRow Row(SetTranslations set, ILookup<string, (string Culture, string Title)> titles)
    {
        var own = Culture.Current;
        var (code, title) = titles[set.LocalizationSet].OrderByDescending(t => t.Culture == own.ContentCode).ThenBy(t => t.Culture, StringComparer.Ordinal).FirstOrDefault((own.ContentCode, ""));
        var culture = code == own.ContentCode ? own : Culture.TryFrom(code, out var other) ? other : Culture.En;
        return new(set.LocalizationSet, set.ContentType, culture.Render(title), culture, set.ChangedUtc, [.. Culture.ContentCultures.Select(c => set.In(c.Code))]);
    }

    static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
