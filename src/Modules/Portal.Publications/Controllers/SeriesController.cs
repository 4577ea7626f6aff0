using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Publications.Models;
using Portal.Publications.Queries;

namespace Portal.Publications.Controllers;

/// <summary>The public pages of series.</summary>
public sealed class SeriesController(KeptViews views, PageFrame frame, ContentTypes types, IStringLocalizer text) : Controller
{
    [HttpGet, HttpHead, PublicPage("type:" + nameof(PolicyAnalysis))]
    public async Task<IActionResult> Detail([FromServices] SeriesPage query, CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (await views.GetAsync(() => query.RunAsync(route, cancel)) is not { } view) return NotFound();

        (frame.Title, frame.Description) = (view.Title, view.Description);
        frame.UnderListOf(types.Find(route.ContentType)!, route.Culture, text);
        frame.InCulturesOf(view.Siblings, route.Set, types.Find(route.ContentType)!.SlugIn);
        return View(view);
    }
}
