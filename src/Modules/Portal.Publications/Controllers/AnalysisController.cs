using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Organisations.Models;
using Portal.Publications.Models;
using Portal.Publications.Queries;

namespace Portal.Publications.Controllers;

/// <summary>The public pages of analyses.</summary>
public sealed class AnalysisController(PageFrame frame, PageCaching caching, ContentTypes types, IStringLocalizer text) : Controller
{
    [HttpGet, HttpHead, PublicPage("type:" + nameof(PolicyAnalysis), "type:" + nameof(Organisation))]
    public async Task<IActionResult> List([FromServices] AnalysisList query, string? kind, CancellationToken cancel, int page = 1)
    {
        var route = ContentRoute.Of(HttpContext);
        // A page that does not exist is not found, so that nobody fills the cache with invented ones.
        if (!ModelState.IsValid || (kind is not null && !AnalysisKinds.All.Contains(kind, StringComparer.Ordinal))) return NotFound();
        if (await query.RunAsync(route.Culture, kind, page, cancel) is not { } view) return NotFound();

        frame.Title = kind is null ? text["Analyses"] : $"{text["Analyses"]}: {text[AnalysisKinds.NameOf(kind)]}";
        frame.Description = text["What the organisations find when they follow the work of security institutions, and what they ask of them."];
        frame.Breadcrumbs.Add(new(text["Home"], $"/{route.Culture.Code}"));
        frame.InEveryCulture(c => ListIn(c) + (kind is null ? "" : "?kind=" + kind));
        return View(view);
    }

    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> Detail([FromServices] AnalysisPage query, CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (await query.RunAsync(route, cancel) is not { } view) return NotFound();

        caching.Tag(Tags.Set(route.Set), Tags.Type(nameof(Organisation)));
        frame.Title = view.Title;
        frame.Description = Excerpt.Of(view.Abstract, 200);
        frame.Breadcrumbs.Add(new(text["Home"], $"/{route.Culture.Code}"));
        frame.Breadcrumbs.Add(new(text["Analyses"], ListIn(route.Culture)));
        frame.InCulturesOf(view.Siblings, route.Set, types.Find(route.ContentType)!.SlugIn);
        return View(view);
    }

    string ListIn(Culture culture) => $"/{culture.Code}/{types.Find(nameof(PolicyAnalysis))!.SlugIn(culture)}";
}
