using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Site.Queries;

namespace Portal.Site.Controllers;

/// <summary>The timeline and its entries.</summary>
public sealed class TimelineEntryController(ContentList list, KeptViews views, PageFrame frame, ContentTypes types, IStringLocalizer text) : Controller
{
    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> List(CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        var type = types.Find(route.ContentType)!;
        if (ListQuery.Read(Request.Query, type.Listing!) is not { } query || await views.GetAsync(() => list.RunAsync(type, route.Culture, query, cancel)) is not { } view) return NotFound();

        frame.ShowList(view, text);
        return View(view);
    }

    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> Detail([FromServices] TimelinePage query, CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (await views.GetAsync(() => query.RunAsync(route, cancel)) is not { } view) return NotFound();

        (frame.Title, frame.Description) = (view.Title, view.Description);
        frame.UnderListOf(types.Find(route.ContentType)!, route.Culture, text);
        frame.InCulturesOf(view.Siblings, route.Set, types.Find(route.ContentType)!.SlugIn);
        return View(view);
    }
}
