using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Cms.Display.Lists;

/// <summary>An item as other pages name it.</summary>
/// <param name="Short">What people call it; the full name where it has no short one.</param>
/// <param name="Href">Its page, in the culture of the name.</param>
/// <param name="Other">The culture of the name, where it is not the reader's: the name then needs a <c>lang</c>.</param>
public sealed record ContentName(string Set, string ContentType, string Name, string Short, string Href, Culture? Other)
{
    /// <summary>Value of <c>lang</c> and <c>hreflang</c>; null where the name is in the reader's culture.</summary>
    public string? Lang => Other?.HtmlLang;
}

/// <summary>The names of items, for whoever has their localization sets; the page that asks is tagged for them. Names of organisations, themes and other types that are named often are kept in memory until one changes.</summary>
public sealed class ContentNames(PortalDb db, TaggedCache cache, ContentTypes types, PageCaching caching)
{
    sealed record Row(string Set, string ContentType, string Culture, string Title, string ShortTitle, string Path, string LatinTitle, string LatinShortTitle);

    /// <summary>Tags of everything kept in memory: a page that names organisations or themes carries them.</summary>
    public IEnumerable<string> Tags => Often.Select(Caching.Tags.Type);

    IEnumerable<string> Often => types.All.Where(t => t.Listing is { IsNamedOften: true }).Select(t => t.Name);

    /// <returns>Name by set, in the reader's culture or, where there is none, in another; unpublished items are left out. One query at most.</returns>
    public async ValueTask<IReadOnlyDictionary<string, ContentName>> InAsync(Culture culture, IEnumerable<string?> sets, CancellationToken cancel)
    {
        string[] wanted = [.. sets.OfType<string>().Distinct(StringComparer.Ordinal)];
        if (wanted.Length == 0) return new Dictionary<string, ContentName>(StringComparer.Ordinal);

        var often = await OftenAsync(cancel);
        string[] others = [.. wanted.Where(s => !often.Contains(s))];
        caching.Tag(Tags);
        // Also of what is not published: it may be, soon.
        caching.Tag(others.Select(Caching.Tags.Set));
        var rows = others.Length == 0 ? often : (await Rows(db.ContentItemIndex.Where(i => others.Contains(i.LocalizationSet))).ToListAsync(cancel)).ToLookup(r => r.Set, StringComparer.Ordinal);
        return wanted.Where(s => often.Contains(s) || rows.Contains(s)).ToDictionary(s => s, s => Choose([.. often.Contains(s) ? often[s] : rows[s]], culture), StringComparer.Ordinal);
    }

    /// <returns>All names of a type that is named often, in the reader's culture where it has them.</returns>
    public async ValueTask<IReadOnlyList<ContentName>> AllAsync(string contentType, Culture culture, CancellationToken cancel) =>
        [.. (await OftenAsync(cancel)).Where(rows => rows.First().ContentType == contentType).Select(rows => Choose([.. rows], culture))];

    ValueTask<ILookup<string, Row>> OftenAsync(CancellationToken cancel)
    {
        string[] often = [.. Often];
        return cache.GetAsync("content-names", [.. often.Select(Caching.Tags.Type)], async () =>
            (await Rows(db.ContentItemIndex.Where(i => often.Contains(i.ContentType))).ToListAsync(cancel)).ToLookup(r => r.Set, StringComparer.Ordinal));
    }

    static IQueryable<Row> Rows(IQueryable<ContentItemIndex> items) => items.Select(i => new Row(i.LocalizationSet, i.ContentType, i.Culture, i.Title, i.ShortTitle, i.Path, i.LatinTitle, i.LatinShortTitle));

    static ContentName Choose(IReadOnlyList<Row> rows, Culture culture)
    {
        if (rows.FirstOrDefault(r => r.Culture == culture.ContentCode) is { } own) return Name(own, culture, null);

        // Who reads Latin letters can at least pronounce a Serbian name in them.
        var other = Culture.ContentCultures.Select(c => c == Culture.Sr ? Culture.SrLatn : c).First(c => rows.Any(r => r.Culture == c.ContentCode));
        return Name(rows.First(r => r.Culture == other.ContentCode), other, other);
    }

    static ContentName Name(Row row, Culture shownIn, Culture? other) =>
        new(row.Set, row.ContentType, shownIn.Render(row.Title, row.LatinTitle), row.ShortTitle.Length > 0 ? shownIn.Render(row.ShortTitle, row.LatinShortTitle) : shownIn.Render(row.Title, row.LatinTitle), $"/{shownIn.Code}/{row.Path}", other);
}
