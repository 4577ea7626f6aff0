using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Security;
using Portal.Contents.Queries;

namespace Portal.Contents.Controllers;

/// <summary>The first page behind the sign-in: what waits for this person, and what is good to know.</summary>
[Admin, RequiresPermission("AccessAdminPanel")]
public sealed class DashboardController(DashboardPage page, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet("/admin")]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        frame.Title = text["Overview"];
        return View(await page.RunAsync(cancel));
    }
}
