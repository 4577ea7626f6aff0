using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Display;
using Portal.Site.Queries;

namespace Portal.Site.Controllers;

public sealed class PageController(PageText query, KeptViews views, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> Detail(CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (await views.GetAsync(() => query.RunAsync(route, cancel)) is not { } view) return NotFound();

        frame.Title = view.Title;
        frame.Description = view.Summary;
        frame.Breadcrumbs.Add(new(text["Home"], $"/{route.Culture.Code}"));
        frame.InCulturesOf(view.Siblings, route.Set, _ => null);
        return View(view);
    }
}
