using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Display.Feeds;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Recommendations.Queries;

namespace Portal.Recommendations.Controllers;

/// <summary>The public pages of recommendations.</summary>
public sealed class RecommendationController(KeptViews views, PageFrame frame, ContentTypes types, IStringLocalizer text) : Controller
{
    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> List([FromServices] RecommendationList list, CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (RegisterFilter.Read(Request.Query) is not { } query || await views.GetAsync(() => list.RunAsync(route.Culture, query, cancel)) is not { } view) return NotFound();

        frame.ShowList(view.List, text);
        // The feed tells what is new; it knows the filters that all lists have, and no status.
        frame.Feeds.Clear();
        if (query.Filters.Keys.All(view.List.Listing.Filters.Contains)) frame.Feeds.Add(new(frame.Title, Request.Path + ContentRouteTransformer.FeedAddress + query.OnPage(1)));
        return View(view);
    }

    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> Detail([FromServices] RecommendationPage query, CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (await views.GetAsync(() => query.RunAsync(route, cancel)) is not { } view) return NotFound();

        (frame.Title, frame.Description) = (view.Title, view.Summary);
        frame.UnderListOf(types.Find(route.ContentType)!, route.Culture, text);
        frame.Feeds.Add(new(text["What becomes of this recommendation"], RecommendationFeed.AddressOf(route.Set, route.Culture)));
        frame.InCulturesOf(view.Siblings, route.Set, types.Find(route.ContentType)!.SlugIn);
        return View(view);
    }

    [HttpGet("/{culture:culture}/recommendation/{set}/feed.atom"), HttpHead("/{culture:culture}/recommendation/{set}/feed.atom"), PublicPage]
    public async Task<IActionResult> Feed(string set, [FromServices] RecommendationFeed query, [FromServices] PageCaching caching, CancellationToken cancel)
    {
        caching.Tag(Tags.Set(set));
        return await query.RunAsync(set, Culture.Current, cancel) is { } feed ? new AtomResult(feed) : NotFound();
    }
}
