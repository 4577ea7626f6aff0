using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Site.Models;

namespace Portal.Site;

/// <summary>Builds the main and the footer menu from the published menu items: each where the reader's culture has its words, and where it leads exists in that culture.</summary>
public sealed class MenuItems(PortalDb db, ContentTypes types) : INavigationProvider
{
    public async Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu is not (Navigation.Main or Navigation.Footer)) return;

        var stored = await (from item in db.ContentItems
                            join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                            join shared in db.ContentSets on item.LocalizationSet equals shared.LocalizationSet
                            where item.ContentType == nameof(MenuItem) && item.Culture == culture.ContentCode
                            select new { version.Json, shared.PublishedJson }).ToListAsync(cancel);
        var links = stored.Select(s => ContentDocument.Compose(s.Json, s.PublishedJson)).Select(d => (Words: d.DisplayText, Link: d.As<MenuItem>()!)).Where(l => l.Link?.Menu?.Text == menu).ToList();
        var paths = await PathsAsync([.. links.Select(l => Target(l.Link)).OfType<string>()], culture, cancel);
        foreach (var (words, link) in links)
        {
            if (PathOf(link, culture, paths) is { } path) builder.Add((int)(link.Order?.Value ?? 0), culture.Render(words), $"/{culture.Code}/{path}");
        }
    }

    string? PathOf(MenuItem link, Culture culture, Dictionary<string, string> paths) =>
        Target(link) is { } set ? paths.GetValueOrDefault(set) : link.List?.Text is { Length: > 0 } type ? types.Find(type)?.SlugIn(culture) : link.Address?.Text?.TrimEnd('/');

    static string? Target(MenuItem link) => link.Item?.LocalizationSets.FirstOrDefault();

    async Task<Dictionary<string, string>> PathsAsync(string[] sets, Culture culture, CancellationToken cancel) =>
        await db.ContentItems.Where(i => sets.Contains(i.LocalizationSet) && i.Culture == culture.ContentCode && i.PublishedPath != null)
            .ToDictionaryAsync(i => i.LocalizationSet, i => i.PublishedPath!, StringComparer.Ordinal, cancel);
}

/// <summary>Menus stand on every page, so a change of one ends every cached page.</summary>
public sealed class MenusChanged(UnitOfWork work, PortalDb db) : ContentHandler
{
    public override Task PublishedAsync(ContentChange change, CancellationToken cancel) => EvictAsync(change, cancel);

    public override Task UnpublishedAsync(ContentChange change, CancellationToken cancel) => EvictAsync(change, cancel);

    async Task EvictAsync(ContentChange change, CancellationToken cancel)
    {
        var (type, set) = (change.Item.ContentType, change.Item.LocalizationSet);
        if (type == nameof(MenuItem) || await db.Set<Cms.Content.Indexing.ContentReference>().AnyAsync(r => r.Target == set && r.Field == "MenuItem.Item", cancel)) work.Evict(Tags.Settings);
    }
}
