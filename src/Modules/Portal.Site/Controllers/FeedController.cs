using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Feeds;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Settings;

namespace Portal.Site.Controllers;

/// <summary>Atom feeds: one of every list, with the same filters, and one of everything new in a language.</summary>
public sealed class FeedController(PortalDb db, ContentEntries entries, ContentTypes types, TermTree terms, SiteSettings settings, SiteAddress site, PageCaching caching, TimeProvider clock, IStringLocalizer text) : Controller
{
    const int Most = 50;

    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> Type(CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        var type = types.Find(route.ContentType)!;
        if (ListQuery.Read(Request.Query, type.Listing!) is not { Page: 1 } query) return NotFound();

        caching.Tag(Tags.Type(type.Name), Tags.Terms);
        caching.VaryBy(ListQuery.KeysOf(type.Listing!));
        var items = db.ContentItemIndex.AsNoTracking().Where(i => i.ContentType == type.Name).Matching(await query.WithPartsAsync(terms, cancel), db, clock.UtcNow);
        return await ShowAsync(route.Culture, type.Listing!.TitleIn(route.Culture, text), items, $"/{route.Culture.Code}/{type.SlugIn(route.Culture)}", query.OnPage(1), cancel);
    }

    [HttpGet("/{culture:culture}/feed.atom"), HttpHead("/{culture:culture}/feed.atom"), PublicPage]
    public Task<IActionResult> All(CancellationToken cancel)
    {
        string[] news = [.. types.All.Where(t => t.Listing is { IsNews: true }).Select(t => t.Name)];
        caching.Tag(news.Select(Tags.Type));
        return ShowAsync(Culture.Current, text["Everything new"], db.ContentItemIndex.AsNoTracking().Where(i => news.Contains(i.ContentType)), $"/{Culture.Current.Code}", "", cancel);
    }

    async Task<IActionResult> ShowAsync(Culture culture, string title, IQueryable<ContentItemIndex> items, string page, string query, CancellationToken cancel)
    {
        caching.ChangesAt(await items.NextShownAsync(clock.UtcNow, cancel));
        var rows = await items.Shown(clock.UtcNow).Where(i => i.Culture == culture.ContentCode).OrderByDescending(i => i.PublishedUtc).ThenBy(i => i.ContentItemId).Take(Most).ToListAsync(cancel);
        var feed = new AtomFeed(
            culture, await site.OnPageAsync(), await settings.SiteNameAsync(culture), title, page + query, page + ContentRouteTransformer.FeedAddress + query,
            [.. (await entries.OfAsync(rows, culture, cancel)).Zip(rows, (entry, row) => new AtomEntry($"/{culture.Code}/{row.ContentItemId}", entry.Title, entry.Href, entry.Summary, entry.Organisation?.Name, row.PublishedUtc, row.ModifiedUtc))]);
        return new AtomResult(feed);
    }
}
