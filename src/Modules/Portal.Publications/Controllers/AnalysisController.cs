using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Publications.Models;
using Portal.Publications.Queries;

namespace Portal.Publications.Controllers;

/// <summary>The public pages of analyses.</summary>
public sealed class AnalysisController(KeptViews views, PageFrame frame, ContentTypes types, IStringLocalizer text) : Controller
{
    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> Detail([FromServices] AnalysisPage query, CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (await views.GetAsync(() => query.RunAsync(route, cancel)) is not { } view) return NotFound();

        frame.Title = view.Title;
        frame.Description = Excerpt.Of(view.Abstract, 200);
        frame.Breadcrumbs.Add(new(text["Home"], $"/{route.Culture.Code}"));
        frame.Breadcrumbs.Add(new(text["Analyses"], ListIn(route.Culture)));
        frame.InCulturesOf(view.Siblings, route.Set, types.Find(route.ContentType)!.SlugIn);
        return View(view);
    }

    string ListIn(Culture culture) => $"/{culture.Code}/{types.Find(nameof(PolicyAnalysis))!.SlugIn(culture)}";
}
