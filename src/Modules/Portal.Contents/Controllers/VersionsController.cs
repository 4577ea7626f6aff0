using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Contents.Queries;

namespace Portal.Contents.Controllers;

/// <summary>The history of an item: who wrote what and when, what changed, and the way back.</summary>
[Admin, RequiresPermission("ListContent"), Route("/admin/content/{id}")]
public sealed class VersionsController(VersionsPage page, ContentAccess access, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet("versions")]
    public async Task<IActionResult> List(string id, int? before, CancellationToken cancel)
    {
        if (await page.RunAsync(id, before, cancel) is not { } view) return NotFound();
        return access.MayEdit(view.Item) ? Show(view.Item, view.Title, view) : Forbid();
    }

    [HttpGet("versions/compare")]
    public async Task<IActionResult> Compare(string id, int? from, int to, CancellationToken cancel)
    {
        if (await page.CompareAsync(id, from, to, cancel) is not { } view) return NotFound();
        frame.Breadcrumbs.Add(new(text["Versions"], $"/admin/content/{Uri.EscapeDataString(id)}/versions"));
        return access.MayEdit(view.Item) ? Show(view.Item, view.Title, view) : Forbid();
    }

    /// <summary>What the draft changes in the text that is public.</summary>
    [HttpGet("versions/waiting")]
    public async Task<IActionResult> Waiting(string id, CancellationToken cancel) =>
        await page.WaitingAsync(id, cancel) is { } pair ? RedirectToAction(nameof(Compare), new { id, from = pair.Public, to = pair.Latest }) : NotFound();

    [HttpPost("restore"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Restore(string id, [FromForm] string? version, [FromForm] bool shared, [FromServices] RestoreContentItem action, CancellationToken cancel)
    {
        var outcome = await action.RunAsync(new(id, version ?? "", shared), cancel);
        if (outcome.Problem is { } problem) TempData[ContentAdminController.Refused] = string.Join(" ", [problem.In(text), .. problem.Errors.Select(e => text[e.Message, e.Args].Value)]);
        else TempData[ContentAdminController.Done] = text[outcome.Value.PublishedVersionId is null ? "Brought back as a draft. Nothing of it is public until you publish it." : "Brought back as a draft. What is public stays as it is until you publish."].Value;
        return LocalRedirect(outcome.Succeeded ? $"/admin/content/{Uri.EscapeDataString(id)}" : $"/admin/content/{Uri.EscapeDataString(id)}/versions");
    }

    ViewResult Show(ContentItem item, string title, object view)
    {
        frame.Title = text["Versions"];
        if (item.LatestVersionId is not null) frame.Breadcrumbs.Insert(0, new(title.Length > 0 ? title : text["Without a title"], $"/admin/content/{Uri.EscapeDataString(item.ContentItemId)}"));
        frame.Breadcrumbs.Insert(0, new(text["Content"], "/admin/content"));
        return View(view);
    }
}
