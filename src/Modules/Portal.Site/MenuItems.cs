using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Site.Menus;
using Portal.Site.Models;
using Portal.Site.Queries;

namespace Portal.Site;

/// <summary>Builds the main and the footer menu from the published menu items: each where the reader's culture has its words, and where it leads exists in that culture.</summary>
public sealed class MenuItems(MenuEntries entries, MenuLinks links) : INavigationProvider
{
    public async Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu is not (Navigation.Main or Navigation.Footer)) return;

        foreach (var link in await links.OfAsync(MenuTree.Of(await entries.ReadAsync(cancel), menu), culture, cancel)) builder.Add(link.Position, link.Text, link.Href, children: link.Children);
    }
}

/// <summary>Menus stand on every page, so a change of one ends every cached page.</summary>
public sealed class MenusChanged(UnitOfWork work, PortalDb db) : ContentHandler
{
    public override Task PublishedAsync(ContentChange change, CancellationToken cancel) => EvictAsync(change, cancel);

    public override Task UnpublishedAsync(ContentChange change, CancellationToken cancel) => EvictAsync(change, cancel);

    async Task EvictAsync(ContentChange change, CancellationToken cancel)
    {
        var (type, set) = (change.Item.ContentType, change.Item.LocalizationSet);
        if (type == nameof(MenuItem) || await db.ContentReferences.AnyAsync(r => r.Target == set && r.Field == "MenuItem.Item", cancel)) work.Evict(Tags.Settings);
    }
}
