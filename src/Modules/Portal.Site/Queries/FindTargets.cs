using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Site.Queries;

/// <summary>Something public that an entry can lead to.</summary>
/// <param name="Lang">Value of <c>lang</c> where the title is not in the editor's language.</param>
/// <param name="Cultures">Codes of the languages it can be read in.</param>
public sealed record LinkTarget(string Set, string ContentType, string Title, string? Lang, IReadOnlyList<string> Cultures);

/// <summary>Finds public items that have a page, by words of their titles in any language.</summary>
public sealed class FindTargets(PortalDb db, ContentTypes types)
{
    const int Most = 12, Read = 200;

    public async Task<IReadOnlyList<LinkTarget>> ByTitleAsync(string words, CancellationToken cancel)
    {
        if (words.Trim() is not { Length: > 1 } sought) return [];

        // Neither database folds the case of every script; titles are written in one of these ways.
        var (lower, upper) = (sought.ToLowerInvariant(), sought.ToUpperInvariant());
        var capital = char.ToUpperInvariant(lower[0]) + lower[1..];
        string[] shown = [.. types.All.Where(t => t.Controller is not null).Select(t => t.Name)];
        var sets = (from item in db.ContentItems
                    join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                    where item.PublishedPath != null && shown.Contains(item.ContentType)
                        && (version.DisplayText.Contains(sought) || version.DisplayText.Contains(lower) || version.DisplayText.Contains(upper) || version.DisplayText.Contains(capital))
                    select item.LocalizationSet).Distinct().Order().Take(Read);
        return [.. (await NamedAsync(sets, cancel)).OrderBy(t => t.Title.StartsWith(sought, StringComparison.OrdinalIgnoreCase) ? 0 : 1).ThenBy(t => t.Title, StringComparer.CurrentCulture).Take(Most)];
    }

    public async Task<IReadOnlyDictionary<string, LinkTarget>> OfAsync(IEnumerable<string> sets, CancellationToken cancel)
    {
        string[] wanted = [.. sets.Distinct(StringComparer.Ordinal)];
        return wanted.Length == 0 ? new Dictionary<string, LinkTarget>(StringComparer.Ordinal)
            : (await NamedAsync(db.ContentItems.Where(i => wanted.Contains(i.LocalizationSet)).Select(i => i.LocalizationSet).Distinct(), cancel)).ToDictionary(t => t.Set, StringComparer.Ordinal);
    }

    async Task<IEnumerable<LinkTarget>> NamedAsync(IQueryable<string> sets, CancellationToken cancel)
    {
        var rows = await (from item in db.ContentItems
                          join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                          where sets.Contains(item.LocalizationSet)
                          select new { item.LocalizationSet, item.ContentType, item.Culture, version.DisplayText }).ToListAsync(cancel);
        var here = Culture.Current;
        return from row in rows
               group row by (row.LocalizationSet, row.ContentType) into set
               let named = set.OrderBy(r => r.Culture == here.ContentCode ? 0 : r.Culture == Culture.En.Code ? 1 : 2).ThenBy(r => r.Culture, StringComparer.Ordinal).First()
               let isOwn = named.Culture == here.ContentCode
               select new LinkTarget(set.Key.LocalizationSet, set.Key.ContentType, isOwn ? here.Render(named.DisplayText) : named.DisplayText, isOwn ? null : LangOf(named.Culture), [.. set.Select(r => r.Culture)]);
    }

    static string LangOf(string code) => Culture.TryFrom(code, out var culture) ? culture.HtmlLang : code;
}
