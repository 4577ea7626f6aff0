using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Cms.Privacy;
using Portal.Site.ViewModels;

namespace Portal.Site.Controllers;

/// <summary>The register of processing: what the enabled parts of the portal declare about themselves.</summary>
[Route("{culture:culture}/data-protection")]
public sealed class DataProtectionController(IEnumerable<ProcessingActivity> activities, IEnumerable<IRetentionPeriod> periods, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet(""), HttpHead(""), PublicPage]
    public async Task<IActionResult> Show()
    {
        frame.Title = text["What this portal keeps about people"];
        frame.Description = text["The register of processing. It is made from the program itself: each part of the portal declares what it keeps."];
        frame.Breadcrumbs.Add(new(text["Home"], $"/{Culture.Current.Code}"));
        frame.InEveryCulture(c => $"/{c.Code}/data-protection");
        var lines = new List<ProcessingLine>();
        foreach (var activity in activities) lines.Add(new(activity, await KeptAsync(activity)));
        return View((IReadOnlyList<ProcessingLine>)lines);
    }

    async Task<string> KeptAsync(ProcessingActivity activity) =>
        periods.FirstOrDefault(p => activity.Tables.Contains(p.Table, StringComparer.Ordinal)) is { } period && await period.DescribeAsync() is { } described ? described : text[activity.Kept];
}
