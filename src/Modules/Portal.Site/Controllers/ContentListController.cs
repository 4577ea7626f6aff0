using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;

namespace Portal.Site.Controllers;

/// <summary>The lists of all content types that do not have their own.</summary>
public sealed class ContentListController(ContentList list, KeptViews views, ContentTypes types, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> List(CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        var type = types.Find(route.ContentType)!;
        // A page that does not exist is not found, so that nobody fills the cache with invented ones.
        if (ListQuery.Read(Request.Query, type.Listing!) is not { } query || await views.GetAsync(() => list.RunAsync(type, route.Culture, query, cancel)) is not { } view) return NotFound();

        frame.ShowList(view, text);
        return View("List", view);
    }
}
