using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Contents.Queries;

namespace Portal.Contents.Controllers;

/// <summary>The pages of every type that came by recipe and that no module knows.</summary>
public sealed class GenericContentController(KeptViews views, PageFrame frame, ContentTypes types, IStringLocalizer text) : Controller
{
    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> Detail([FromServices] GenericPage query, CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (types.Find(route.ContentType) is not { } type || await views.GetAsync(() => query.RunAsync(route, cancel)) is not { } view) return NotFound();

        frame.Title = view.Title;
        frame.UnderListOf(type, route.Culture, text);
        frame.InCulturesOf(view.Siblings, route.Set, type.SlugIn);
        return View(view);
    }
}
