using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Consultations.ViewModels;

namespace Portal.Consultations.Controllers;

/// <summary>The texts that a consultation has had in public, and what changed from one to another.</summary>
[Route("{culture:culture}/consultation-text/{id}")]
public sealed class ConsultationTextController(TextVersions texts, FindConsultation find, ContentTypes types, PageFrame frame, PageCaching caching, TimeProvider clock, IStringLocalizer T) : Controller
{
    /// <summary>In place of a version: the text as it is now.</summary>
    public const string Now = "now";

    [HttpGet(""), HttpHead(""), PublicPage]
    public async Task<IActionResult> Versions(string id, CancellationToken cancel)
    {
        if (await PublicAsync(id, cancel) is not (var history, var facts)) return NotFound();

        Frame(history, T["Versions of this text"]);
        return View(new TextVersionsView(id, history, facts.Zone, Culture.Current));
    }

    /// <param name="from">The earlier version.</param>
    /// <param name="to">The later one, or <c>now</c>.</param>
    [HttpGet("{from}/{to}"), HttpHead("{from}/{to}"), PublicPage]
    public async Task<IActionResult> Differences(string id, string from, string to, CancellationToken cancel)
    {
        if (await PublicAsync(id, cancel) is not (var history, var facts) || history.Find(from) is not { } before) return NotFound();
        if ((to == Now ? history.Today : history.Find(to)) is not { } after) return NotFound();

        Frame(history, T["What changed in the text"]);
        frame.NoIndex = true;
        return View(new TextDifferencesView(id, history, before, after, facts.SectionIds, facts.Zone, Culture.Current));
    }

    async Task<(TextHistory, ConsultationFacts)?> PublicAsync(string id, CancellationToken cancel)
    {
        if (await texts.RunAsync(id, cancel) is not { } history || await find.RunAsync(history.LocalizationSet, cancel) is not { } facts) return null;
        if (facts.Milestones.PhaseAt(clock.UtcNow) == Phase.Draft) return null;

        caching.Tag(Tags.Set(history.LocalizationSet));
        return (history, facts);
    }

    void Frame(TextHistory history, string title)
    {
        var culture = Culture.Current;
        var shown = history.Culture == culture.ContentCode ? culture.Code : history.Culture;
        frame.Title = $"{title}: {(shown == culture.Code ? culture.Render(history.Title) : history.Title)}";
        frame.UnderListOf(types.Find(nameof(Consultation))!, culture, T);
        frame.Breadcrumbs.Add(new(shown == culture.Code ? culture.Render(history.Title) : history.Title, $"/{shown}/{history.Path}"));
        frame.InEveryCulture(c => HttpContext.Request.Path.Value!.Replace($"/{culture.Code}/", $"/{c.Code}/", StringComparison.Ordinal));
    }
}
