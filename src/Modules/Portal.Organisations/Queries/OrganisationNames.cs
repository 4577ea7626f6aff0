using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Organisations.Indexes;
using Portal.Organisations.Models;

namespace Portal.Organisations.Queries;

/// <summary>An organisation as other pages name it.</summary>
/// <param name="Short">What people call it; the full name where it has no short one.</param>
/// <param name="Href">Its page, in the culture of the name.</param>
/// <param name="Other">The culture of the name, where it is not the reader's: the name then needs a <c>lang</c>.</param>
public sealed record OrganisationName(string Set, string Name, string Short, string Href, Culture? Other);

/// <summary>The names of organisations, for whoever has their localization sets. All of them are kept in memory until one changes: a network has some hundreds at most, and every list asks.</summary>
public sealed class OrganisationNames(PortalDb db, TaggedCache cache)
{
    sealed record Row(string Set, string Culture, string Name, string ShortName, string Path);

    /// <returns>Name by set, in the reader's culture or, where there is none, in another; unpublished organisations are left out.</returns>
    public async ValueTask<IReadOnlyDictionary<string, OrganisationName>> InAsync(Culture culture, IEnumerable<string?> sets, CancellationToken cancel)
    {
        var all = await cache.GetAsync("organisation-names", [Tags.Type(nameof(Organisation))], () => ReadAsync(cancel));
        var names = new Dictionary<string, OrganisationName>(StringComparer.Ordinal);
        foreach (var set in sets)
        {
            if (set is not null && !names.ContainsKey(set) && all.Contains(set)) names[set] = Choose([.. all[set]], culture);
        }

        return names;
    }

    static OrganisationName Choose(IReadOnlyList<Row> rows, Culture culture)
    {
        if (rows.FirstOrDefault(r => r.Culture == culture.ContentCode) is { } own) return Name(own, culture, null);

        // Who reads Latin letters can at least pronounce a Serbian name in them.
        var other = Culture.ContentCultures.Select(c => c == Culture.Sr ? Culture.SrLatn : c).First(c => rows.Any(r => r.Culture == c.ContentCode));
        return Name(rows.First(r => r.Culture == other.ContentCode), other, other);
    }

    static OrganisationName Name(Row row, Culture shownIn, Culture? other) =>
        new(row.Set, shownIn.Render(row.Name), shownIn.Render(row.ShortName.Length > 0 ? row.ShortName : row.Name), $"/{shownIn.Code}/{row.Path}", other);

    async Task<ILookup<string, Row>> ReadAsync(CancellationToken cancel) =>
        (await db.OrganisationIndex.Select(o => new Row(o.LocalizationSet, o.Culture, o.Name, o.ShortName, o.Path)).ToListAsync(cancel)).ToLookup(r => r.Set, StringComparer.Ordinal);
}
