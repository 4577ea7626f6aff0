using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Contents.Queries;

namespace Portal.Contents.Controllers;

/// <summary>The editors' list of content, and what can be done to an item without opening it.</summary>
[Admin, RequiresPermission("ListContent"), Route("/admin/content")]
public sealed class ContentAdminController(EditorsList list, PageFrame frame, IStringLocalizer text) : Controller
{
    /// <summary>Keys of what the next page says about the action before it.</summary>
    public const string Done = "done", Refused = "refused";

    [HttpGet("")]
    public async Task<IActionResult> List(EditorsFilter filter, CancellationToken cancel)
    {
        frame.Title = text["Content"];
        return View(await list.RunAsync(filter, cancel));
    }

    [HttpPost("{id}/publish"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Publish(string id, EditorsFilter filter, [FromServices] PublishContentItem action, CancellationToken cancel) =>
        Tell(await action.RunAsync(id, cancel), "Published.", filter);

    [HttpPost("{id}/unpublish"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Unpublish(string id, EditorsFilter filter, [FromServices] UnpublishContentItem action, CancellationToken cancel) =>
        Tell(await action.RunAsync(id, cancel), "No longer public.", filter);

    [HttpPost("{id}/discard"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Discard(string id, EditorsFilter filter, [FromServices] DiscardDraft action, CancellationToken cancel) =>
        Tell(await action.RunAsync(id, cancel), "The draft was discarded.", filter);

    /// <param name="done">English message id.</param>
    RedirectToActionResult Tell(Result<ContentItem> outcome, string done, EditorsFilter filter)
    {
        if (outcome.Problem is { } problem) TempData[Refused] = string.Join(" ", [problem.In(text), .. problem.Errors.Select(e => text[e.Message, e.Args].Value)]);
        else TempData[Done] = text[done].Value;
        return RedirectToAction(nameof(List), new { filter.Type, filter.Culture, filter.State, filter.Page });
    }
}
