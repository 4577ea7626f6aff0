using Microsoft.AspNetCore.Mvc;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Consultations.ViewModels;
using Portal.Organisations.Models;
using Microsoft.Extensions.Localization;
using Portal.Cms.Data;

namespace Portal.Consultations.Controllers;

/// <summary>The public pages of consultations.</summary>
public sealed class ConsultationController(
    ConsultationPage detail, ContentTypes types, SiblingAddresses siblings, ContentSections sections,
    PageFrame frame, PageCaching caching, TimeProvider clock, IStringLocalizer T) : Controller
{
    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> Detail(CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (await detail.RunAsync(route.Id!, route.Culture, cancel) is not { } view || view.Phase == Phase.Draft) return NotFound();

        caching.Tag([Tags.Set(view.Set), Tags.Type(nameof(Organisation)), .. view.Related.Select(r => Tags.Set(r.Set))]);
        caching.ChangesAt(view.Milestones.NextAfter(clock.UtcNow));
        if (view.Phase == Phase.Open) caching.ChangesAt(PhaseLines.NextMidnight(clock.UtcNow, view.Zone));

        frame.Title = view.Title;
        frame.Description = view.Summary;
        frame.InCulturesOf(await siblings.OfAsync(view.Set, cancel), view.Set, Slug);
        frame.Breadcrumbs.Add(new(T["Home"], $"/{view.Culture.Code}"));
        frame.Breadcrumbs.Add(new(T["Consultations"], $"/{view.Culture.Code}/{Slug(view.Culture)}"));
        ViewData[nameof(PageSections)] = await sections.ForAsync(new(route.ContentType, view.Set, view.Culture, [.. view.Sections.Select(s => s.SectionId)]), cancel);
        return View(view);
    }

    string? Slug(Culture culture) => types.Find(nameof(Consultation))!.SlugIn(culture);
}
