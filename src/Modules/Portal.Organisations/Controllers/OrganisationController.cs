using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Organisations.Models;
using Portal.Organisations.Queries;

namespace Portal.Organisations.Controllers;

/// <summary>The public pages of organisations.</summary>
public sealed class OrganisationController(KeptViews views, PageFrame frame, ContentTypes types, IStringLocalizer text) : Controller
{
    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> Detail([FromServices] OrganisationPage query, CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (await views.GetAsync(() => query.RunAsync(route, cancel)) is not { } view) return NotFound();

        var type = types.Find(route.ContentType)!;
        (frame.Title, frame.Description) = (view.Name, view.Description);
        frame.Breadcrumbs.Add(new(text["Home"], $"/{route.Culture.Code}"));
        frame.Breadcrumbs.Add(new(text["Organisations"], $"/{route.Culture.Code}/{type.SlugIn(route.Culture)}"));
        frame.InCulturesOf(view.Siblings, route.Set, type.SlugIn);
        return View(view);
    }
}
