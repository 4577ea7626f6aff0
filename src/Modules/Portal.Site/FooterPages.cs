using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Cms.Settings;

namespace Portal.Site;

/// <summary>Puts pages into the footer: the localization sets that the setting <c>FooterPages</c> lists, in its order, each where the reader's culture has it.</summary>
public sealed class FooterPages(PortalDb db, SiteSettings settings) : INavigationProvider
{
    public async Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu != Navigation.Footer || await settings.GetAsync("FooterPages") is not JsonArray listed) return;

        string[] sets = [.. listed.Select(s => (string?)s).OfType<string>()];
        var pages = await (from item in db.ContentItems
                           join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                           where sets.Contains(item.LocalizationSet) && item.Culture == culture.ContentCode && item.PublishedPath != null
                           select new { item.LocalizationSet, version.DisplayText, item.PublishedPath }).ToListAsync(cancel);
        foreach (var page in pages) builder.Add(Array.IndexOf(sets, page.LocalizationSet), culture.Render(page.DisplayText), $"/{culture.Code}/{page.PublishedPath}");
    }
}

/// <summary>A page may stand in every page's footer, so its changes end every cached page.</summary>
public sealed class FooterPagesChanged(UnitOfWork work) : ContentHandler
{
    public override Task PublishedAsync(ContentChange change, CancellationToken cancel) => EvictAsync(change);

    public override Task UnpublishedAsync(ContentChange change, CancellationToken cancel) => EvictAsync(change);

    Task EvictAsync(ContentChange change)
    {
        if (change.Item.ContentType == nameof(Models.Page)) work.Evict(Tags.Settings);
        return Task.CompletedTask;
    }
}
