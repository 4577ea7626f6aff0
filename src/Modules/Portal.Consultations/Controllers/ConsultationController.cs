using Microsoft.AspNetCore.Mvc;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Consultations.ViewModels;
using Microsoft.Extensions.Localization;
using Portal.Cms.Data;

namespace Portal.Consultations.Controllers;

/// <summary>The public pages of consultations.</summary>
public sealed class ConsultationController(
    ConsultationPage detail, ContentTypes types, SiblingAddresses siblings, ContentSections sections,
    KeptViews views, PageFrame frame, PageCaching caching, TimeProvider clock, IStringLocalizer T) : Controller
{
    [HttpGet, HttpHead, PublicPage]
    public async Task<IActionResult> Detail(CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        if (await views.GetAsync(() => ReadAsync(route, cancel)) is not { Consultation: var view } page) return NotFound();

        caching.ChangesAt(view.Milestones.NextAfter(clock.UtcNow));
        if (view.Phase == Phase.Open) caching.ChangesAt(PhaseLines.NextMidnight(clock.UtcNow, view.Zone));

        frame.Title = view.Title;
        frame.Description = view.Summary;
        frame.InCulturesOf(await siblings.OfAsync(view.Set, cancel), view.Set, Slug);
        frame.Breadcrumbs.Add(new(T["Home"], $"/{view.Culture.Code}"));
        frame.Breadcrumbs.Add(new(T["Consultations"], $"/{view.Culture.Code}/{Slug(view.Culture)}"));
        ViewData[nameof(PageSections)] = page.Sections;
        return View(view);
    }

    sealed record WholePage(ConsultationView Consultation, PageSections Sections);

    async Task<WholePage?> ReadAsync(ContentRoute route, CancellationToken cancel) =>
        await detail.RunAsync(route.Id!, route.Culture, cancel) is { } view && view.Phase != Phase.Draft
            ? new(view, await sections.ForAsync(new(route.ContentType, view.Set, view.Culture, [.. view.Sections.Select(s => s.SectionId)]), cancel))
            : null;

    string? Slug(Culture culture) => types.Find(nameof(Consultation))!.SlugIn(culture);
}
