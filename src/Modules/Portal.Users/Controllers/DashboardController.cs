using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Security;

namespace Portal.Users.Controllers;

/// <summary>The editors' first page: what there is to do here for this person.</summary>
[Admin, RequiresPermission("AccessAdminPanel")]
public sealed class DashboardController(PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet("/admin")]
    public IActionResult Show()
    {
        frame.Title = text["Overview"];
        return View();
    }
}
