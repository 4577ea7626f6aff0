using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Review.Actions;
using Portal.Review.Queries;

namespace Portal.Review.Controllers;

/// <summary>The rules of review, type by type.</summary>
[Admin, Authorize, RequiresPermission("ManageReviewRules"), ResponseCache(NoStore = true)]
public sealed class ReviewSettingsController(ReviewRulesPage page, PageFrame frame, IStringLocalizer text) : Controller
{
    const string Address = "/admin/settings/review";

    [HttpGet(Address)]
    public async Task<IActionResult> Show(CancellationToken cancel, bool saved = false)
    {
        ViewData["Saved"] = saved;
        return await PageAsync(cancel);
    }

    [HttpPost(Address), ValidateAntiForgeryToken]
    public async Task<IActionResult> Save([FromForm] Dictionary<string, string>? approvals, [FromServices] SaveReviewRules save, CancellationToken cancel)
    {
        var typed = (approvals ?? []).ToDictionary(a => a.Key, a => int.TryParse(a.Value, CultureInfo.InvariantCulture, out var number) ? number : -1, StringComparer.Ordinal);
        if ((await save.RunAsync(typed, cancel)).Problem is not { } problem) return LocalRedirect(Address + "?saved=true");
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return await PageAsync(cancel);
    }

    async Task<IActionResult> PageAsync(CancellationToken cancel)
    {
        frame.Title = text["Rules of review"];
        return View("Show", await page.RunAsync(cancel));
    }
}
