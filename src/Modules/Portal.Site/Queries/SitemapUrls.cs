using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;

namespace Portal.Site.Queries;

/// <summary>The addresses of one page in the cultures that have it.</summary>
/// <param name="Changed">When any of its texts was last published; null for lists.</param>
public sealed record SitemapPage(IReadOnlyList<(Culture Culture, string Path)> Addresses, DateTime? Changed);

/// <summary>Every public address, read row by row: a site may have more of them than memory should hold.</summary>
public sealed class SitemapUrls(PortalDb db, ContentTypes types, TimeProvider clock)
{
    /// <summary>Sets per file: each has five addresses at most, and a sitemap may hold 50,000.</summary>
    public const int SetsPerFile = 10_000;

    public async Task<int> FilesAsync(CancellationToken cancel) =>
        Math.Max(1, (await Published.Select(i => i.LocalizationSet).Distinct().CountAsync(cancel) + SetsPerFile - 1) / SetsPerFile);

    /// <summary>Home pages and lists; few enough to stand in the first file beside its sets.</summary>
    public IEnumerable<SitemapPage> Lists() =>
        types.All.Where(t => t.SlugIn(Culture.En) is not null).Select(t => Everywhere(c => $"/{c.Code}/{t.SlugIn(c)}")).Prepend(Everywhere(c => $"/{c.Code}"));

    /// <param name="file">From 1.</param>
    public async IAsyncEnumerable<SitemapPage> ItemsAsync(int file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var sets = Published.Select(i => i.LocalizationSet).Distinct().OrderBy(s => s).Skip((file - 1) * SetsPerFile).Take(SetsPerFile);
        var rows = from item in Published
                   where sets.Contains(item.LocalizationSet)
                   orderby item.LocalizationSet, item.Culture
                   select new { item.LocalizationSet, item.Culture, item.PublishedPath, item.ModifiedUtc };

        var (set, members, changed) = ("", new List<(string Culture, string Path)>(), DateTime.MinValue);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.LocalizationSet != set && members.Count > 0)
            {
                yield return Page(members, changed);
                (members, changed) = ([], DateTime.MinValue);
            }

            set = row.LocalizationSet;
            members.Add((row.Culture, row.PublishedPath!));
            if (row.ModifiedUtc > changed) changed = row.ModifiedUtc;
        }

        if (members.Count > 0) yield return Page(members, changed);
    }

    IQueryable<ContentItem> Published
    {
        get
        {
            var secret = db.ContentItemIndex.NotYetShown(clock.UtcNow).Select(i => i.ContentItemId);
            return db.ContentItems.Where(i => i.PublishedPath != null && !secret.Contains(i.ContentItemId));
        }
    }

    static SitemapPage Page(List<(string Culture, string Path)> members, DateTime changed) =>
        new([.. from culture in Culture.All from member in members where member.Culture == culture.ContentCode select (culture, $"/{culture.Code}/{member.Path}")], changed);

    static SitemapPage Everywhere(Func<Culture, string> address) => new([.. Culture.All.Select(c => (c, address(c)))], null);
}
