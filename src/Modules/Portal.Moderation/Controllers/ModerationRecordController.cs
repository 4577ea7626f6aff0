using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Moderation.Queries;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Controllers;

/// <summary>What everybody may know of how a consultation was moderated.</summary>
public sealed class ModerationRecordController(
    ContentAddresses addresses, ModerationRecord record, ConsultedText texts, SiblingAddresses siblings, ContentTypes types, ReasonList reasons, PageFrame frame, PageCaching caching, TimeProvider clock, IStringLocalizer T) : Controller
{
    [HttpGet("{culture:culture}/{list}/{item}/moderation"), HttpHead("{culture:culture}/{list}/{item}/moderation"), PublicPage(ReasonList.Tag)]
    public async Task<IActionResult> Show(string list, string item, CancellationToken cancel)
    {
        var culture = Culture.Current;
        if (await addresses.FindAsync(culture, $"{list}/{item}", cancel) is not { ContentType: nameof(Consultation) } found) return NotFound();
        if (found.MovedTo is { } moved) return RedirectPermanent($"/{culture.Code}/{moved}/moderation");
        if (await texts.RunAsync(found.LocalizationSet, culture, cancel) is not { } document) return NotFound();

        caching.Tag(Tags.Set(found.LocalizationSet));
        caching.ChangesAt(clock.UtcNow.AddMinutes(1));
        frame.Title = T["How this consultation is moderated"];
        frame.InCulturesOf(await siblings.OfAsync(found.LocalizationSet, cancel), found.LocalizationSet, c => types.Find(nameof(Consultation))!.SlugIn(c));
        // The same page of another language, where the consultation has one.
        frame.Alternates = [.. frame.Alternates.Select(a => a.Exists ? a with { Href = a.Href + "/moderation" } : a)];
        frame.Breadcrumbs.Add(new(T["Home"], $"/{culture.Code}"));
        frame.Breadcrumbs.Add(new(document.Title, document.Href));
        return View("~/Views/ModerationRecord/Show.cshtml", new ModerationRecordView(found.LocalizationSet, document.Title, document.Href, await record.RunAsync(found.LocalizationSet, cancel), await reasons.GetAsync()));
    }
}
