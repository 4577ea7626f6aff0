using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Translations.Actions;
using Portal.Translations.Queries;

namespace Portal.Translations.Controllers;

/// <param name="Typed">What was typed and not saved, by hash of the passage.</param>
public sealed record LatinPage(LatinView Text, IReadOnlyDictionary<string, string> Typed, Guid Stamp, Problem? Problem = null)
{
    public string ValueOf(string hash, string? stored) => Typed.GetValueOrDefault(hash, stored ?? "");
}

/// <summary>A Serbian text in Latin letters: what transliteration makes of it, and what an editor writes instead.</summary>
[Admin, RequiresPermission("ListContent"), Route("/admin/translations/{set}/sr-Latn"), RequestFormLimits(ValueCountLimit = 16 * 1024), RequestSizeLimit(8 * 1024 * 1024)]
public sealed class LatinController(LatinText texts, ContentAccess access, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string set, CancellationToken cancel)
    {
        if (await texts.FindAsync(set, cancel) is not { } found) return NotFound();
        return access.MayEdit(found.Item) ? Page(new(found, new Dictionary<string, string>(StringComparer.Ordinal), found.Item.Stamp)) : Forbid();
    }

    [HttpPost(""), ValidateAntiForgeryToken]
    public async Task<IActionResult> Save(string set, Guid stamp, [FromServices] CorrectLatinPassages correct, CancellationToken cancel)
    {
        var typed = Request.Form.Where(f => f.Key.StartsWith(WorkbenchController.TextPrefix, StringComparison.Ordinal)).ToDictionary(f => f.Key[WorkbenchController.TextPrefix.Length..], f => f.Value.ToString(), StringComparer.Ordinal);
        var saved = await correct.RunAsync(new(set, typed, stamp), cancel);
        if (saved.Succeeded)
        {
            TempData[WorkbenchController.Saved] = text["Saved as a draft."].Value;
            return RedirectToAction(nameof(Show), new { set });
        }

        if (await texts.FindAsync(set, cancel) is not { } found) return NotFound();
        if (!access.MayEdit(found.Item)) return Forbid();
        return Page(new(found, typed, saved.Problem == SaveDraft.Stale ? found.Item.Stamp : stamp, saved.Problem));
    }

    ViewResult Page(LatinPage page)
    {
        frame.Title = text["Latin letters: {0}", page.Text.Title];
        frame.Breadcrumbs.Add(new(text["Translations"], "/admin/translations"));
        if (page.Problem is { } problem) Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return View("Show", page);
    }
}
