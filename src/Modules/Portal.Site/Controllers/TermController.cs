using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Site.Queries;

namespace Portal.Site.Controllers;

/// <summary>Themes and municipalities: the terms by which everything else is found.</summary>
public sealed class TermController(KeptViews views, PageFrame frame, ContentTypes types, IStringLocalizer text) : Controller
{
    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> Detail([FromServices] TermPage query, CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (await views.GetAsync(() => query.RunAsync(route, cancel)) is not { } view) return NotFound();

        (frame.Title, frame.Description) = (view.Title, view.Description);
        frame.UnderListOf(types.Find(route.ContentType)!, route.Culture, text);
        if (view.Whole is { Other: null } whole) frame.Breadcrumbs.Add(new(whole.Name, whole.Href));
        frame.InCulturesOf(view.Siblings, route.Set, types.Find(route.ContentType)!.SlugIn);
        return View(view);
    }
}
