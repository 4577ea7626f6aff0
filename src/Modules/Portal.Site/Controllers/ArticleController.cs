using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Site.Queries;

namespace Portal.Site.Controllers;

public sealed class ArticleController(KeptViews views, PageFrame frame, ContentTypes types, IStringLocalizer text) : Controller
{
    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> Detail([FromServices] ArticlePage query, CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (await views.GetAsync(() => query.RunAsync(route, cancel)) is not { } view) return NotFound();

        (frame.Title, frame.Description, frame.Image) = (view.Title, view.Summary, view.Picture?.PreviewUrl);
        frame.UnderListOf(types.Find(route.ContentType)!, route.Culture, text);
        frame.InCulturesOf(view.Siblings, route.Set, types.Find(route.ContentType)!.SlugIn);
        return View(view);
    }
}
