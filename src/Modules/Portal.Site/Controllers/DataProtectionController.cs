using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Cms.Privacy;

namespace Portal.Site.Controllers;

/// <summary>The register of processing: what the enabled parts of the portal declare about themselves.</summary>
[Route("{culture:culture}/data-protection")]
public sealed class DataProtectionController(IEnumerable<ProcessingActivity> activities, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet(""), HttpHead(""), PublicPage]
    public IActionResult Show()
    {
        frame.Title = text["What this portal keeps about people"];
        frame.Description = text["The register of processing. It is made from the program itself: each part of the portal declares what it keeps."];
        frame.Breadcrumbs.Add(new(text["Home"], $"/{Culture.Current.Code}"));
        frame.InEveryCulture(c => $"/{c.Code}/data-protection");
        return View((IReadOnlyList<ProcessingActivity>)[.. activities]);
    }
}
