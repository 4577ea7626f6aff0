using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Debates.Calendars;
using Portal.Debates.Queries;

namespace Portal.Debates.Controllers;

/// <summary>The public pages of debates, and their calendar files.</summary>
public sealed class DebateController(KeptViews views, PageFrame frame, PageCaching caching, ContentTypes types, TimeProvider clock, IStringLocalizer text) : Controller
{
    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> Detail([FromServices] DebatePage query, CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (await views.GetAsync(() => query.RunAsync(route, cancel)) is not { } view) return NotFound();

        var type = types.Find(route.ContentType)!;
        caching.ChangesAt(view.Times?.NextAfter(clock.UtcNow));
        (frame.Title, frame.Description, frame.Image) = (view.Title, view.Summary, view.Photos.Count > 0 ? view.Photos[0].PreviewUrl : null);
        frame.UnderListOf(type, route.Culture, text);
        frame.InCulturesOf(view.Siblings, route.Set, type.SlugIn);
        return View(view);
    }

    [HttpGet("/{culture:culture}/calendar/{contentItemId}.ics"), HttpHead("/{culture:culture}/calendar/{contentItemId}.ics"), PublicPage]
    public async Task<IActionResult> Calendar(string contentItemId, [FromServices] DebateCalendar query, CancellationToken cancel) =>
        await query.RunAsync(contentItemId, Cms.Localization.Culture.Current, cancel) is { } file ? Content(file, "text/calendar; charset=utf-8") : NotFound();
}
