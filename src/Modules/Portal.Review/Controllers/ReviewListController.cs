using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Security;
using Portal.Review.Queries;

namespace Portal.Review.Controllers;

/// <summary>What is in review.</summary>
[Admin, Authorize, RequiresPermission("ListContent"), ResponseCache(NoStore = true)]
public sealed class ReviewListController(ReviewList list, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet("/admin/review")]
    public async Task<IActionResult> List(ReviewFilter filter, CancellationToken cancel)
    {
        frame.Title = text["Review"];
        return View(await list.RunAsync(filter, cancel));
    }
}
