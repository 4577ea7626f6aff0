using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.CaseStudies.Models;
using Portal.CaseStudies.Queries;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;

namespace Portal.CaseStudies.Controllers;

/// <summary>The public pages of case studies: the list, one, and some side by side.</summary>
public sealed class CaseStudyController(KeptViews views, PageFrame frame, ContentTypes types, IStringLocalizer text) : Controller
{
    ContentTypeDefinition Type => types.Find(nameof(CaseStudy))!;

    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> List([FromServices] ContentList list, CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (ListQuery.Read(Request.Query, Type.Listing!) is not { } query || await views.GetAsync(() => list.RunAsync(Type, route.Culture, query, cancel)) is not { } view) return NotFound();

        frame.ShowList(view, text);
        // Here an entry can be chosen for comparing, if there is another; on other pages' lists there is nothing to choose for.
        return View(view.Entries.Count < 2 ? view : view with { Entries = [.. view.Entries.Select(e => e.Detail is { } detail ? e with { Detail = detail with { PartialView = "_CaseStudyChoice" } } : e)] });
    }

    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> Detail([FromServices] CaseStudyPage query, CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (await views.GetAsync(() => query.RunAsync(route, cancel)) is not { } view) return NotFound();

        (frame.Title, frame.Description, frame.Image) = (view.Text.Title, view.Text.Summary, view.Text.Photos.Count > 0 ? view.Text.Photos[0].PreviewUrl : null);
        frame.UnderListOf(Type, route.Culture, text);
        frame.InCulturesOf(view.Siblings, route.Set, Type.SlugIn);
        return View(view);
    }

    /// <summary>Not kept: there are more combinations than a cache should hold.</summary>
    [HttpGet, HttpHead]
    public async Task<IActionResult> Compare(string?[] ids, [FromServices] CompareCaseStudies query, CancellationToken cancel)
    {
        var culture = Culture.Current;
        var view = await query.RunAsync(ids.OfType<string>(), culture, cancel);
        (frame.Title, frame.NoIndex) = (text["Compare case studies"], true);
        frame.UnderListOf(Type, culture, text);
        frame.InEveryCulture(c => $"/{c.Code}/{Type.SlugIn(c)}/compare{Request.QueryString}");
        return View(view);
    }
}
