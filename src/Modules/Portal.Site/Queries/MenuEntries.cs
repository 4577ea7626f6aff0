using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Site.Menus;
using Portal.Site.Models;

namespace Portal.Site.Queries;

/// <summary>Reads the entries of all menus: one query.</summary>
public sealed class MenuEntries(PortalDb db)
{
    public async Task<IReadOnlyList<MenuEntry>> ReadAsync(CancellationToken cancel)
    {
        var rows = await (from item in db.ContentItems.AsNoTracking()
                          join version in db.ContentItemVersions.AsNoTracking() on item.PublishedVersionId equals version.VersionId
                          join shared in db.ContentSets.AsNoTracking() on item.LocalizationSet equals shared.LocalizationSet
                          where item.ContentType == nameof(MenuItem)
                          orderby item.LocalizationSet, item.Culture
                          select new { item.LocalizationSet, item.Culture, version.Json, shared.PublishedJson }).ToListAsync(cancel);
        return [.. from set in rows.Select(r => (r.LocalizationSet, r.Culture, Document: ContentDocument.Compose(r.Json, r.PublishedJson))).GroupBy(r => r.LocalizationSet, StringComparer.Ordinal)
                   let part = set.First().Document.As<MenuItem>()
                   where part is not null
                   select MenuEntry.Of(set.Key, part, set.ToDictionary(r => r.Culture, r => r.Document.DisplayText, StringComparer.Ordinal))];
    }
}
