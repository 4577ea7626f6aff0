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
        await detail.RunAsync(route.Id!, route.Culture, Asked(), cancel) is { } view && view.Phase != Phase.Draft
            ? new(view, await sections.ForAsync(new(route.ContentType, view.Set, view.Culture, [.. view.Sections.Select(s => s.SectionId)]), cancel))
            : null;

    /// <returns>The phase that an editor wants to see; only a preview is shown in it.</returns>
    Phase? Asked()
    {
        if (frame.PreviewOf is null) return null;
        var asked = Enum.TryParse<Phase>(Request.Query["as"], ignoreCase: true, out var phase) && phase is not Phase.Draft && Enum.IsDefined(phase) ? phase : (Phase?)null;
        var address = Request.Path.Value!;
        var script = Request.Query["in"].ToString() is { Length: > 0 } culture ? $"&in={Uri.EscapeDataString(culture)}" : "";
        foreach (var (name, shown) in new[] { (T["Announced"], Phase.Announced), (T["Open"], Phase.Open), (T["Closed"], Phase.Closed), (T["Report published"], Phase.Reported) })
        {
            frame.PreviewLinks.Add(new(name, $"{address}?as={shown.ToString().ToLowerInvariant()}{script}", shown == asked));
        }

        return asked;
    }

    string? Slug(Culture culture) => types.Find(nameof(Consultation))!.SlugIn(culture);
}
