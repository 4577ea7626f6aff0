using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Site.Controllers;

/// <summary>The home page of a culture: what this is, what is open (zone <c>open</c>), what is new (zone <c>new</c>). Other modules fill the zones as content sections of the type <c>Home</c>, and tag the page for what they show.</summary>
public sealed class HomeController(KeptViews views, ContentSections sections, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet("/{culture:culture}"), HttpHead("/{culture:culture}"), PublicPage]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        frame.Description = text["Read laws and strategies on security before they are adopted, say what you think, and see what came of it."];
        frame.Feeds.Add(new(text["Everything new"], $"/{Culture.Current.Code}{ContentRouteTransformer.FeedAddress}"));
        frame.InEveryCulture(c => $"/{c.Code}");
        return View(await views.GetAsync(async () => await sections.ForAsync(new("Home", "", Culture.Current, []), cancel)));
    }
}
