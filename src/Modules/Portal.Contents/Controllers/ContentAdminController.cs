using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Contents.Actions;
using Portal.Contents.Lists;
using Portal.Contents.Queries;
using Portal.Contents.ViewModels;

namespace Portal.Contents.Controllers;

/// <summary>The editors' list of content, the bin, and what can be done to items without opening them.</summary>
[Admin, RequiresPermission("ListContent"), Route("/admin/content")]
public sealed class ContentAdminController(EditorsList list, ListChoices choices, ContentNames names, PageFrame frame, IStringLocalizer text) : Controller
{
    /// <summary>Keys of what the next page says about the action before it.</summary>
    public const string Done = "done", Refused = "refused";

    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] EditorsFilter filter, CancellationToken cancel) => View(await ReadAsync(filter, cancel));

    [HttpPost("bulk"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Bulk([FromQuery] EditorsFilter filter, [FromForm(Name = "do")] string? verb, [FromForm] string[] chosen, [FromServices] BulkActions bulk, CancellationToken cancel)
    {
        if (!BulkActions.Knows(verb)) return BadRequest();
        if (chosen.Length == 0)
        {
            TempData[Refused] = text["Nothing was chosen. Tick the items in the list first."].Value;
            return Back(filter);
        }

        var report = await bulk.RunAsync(verb!, chosen, "/admin/content" + Here(filter), cancel);
        if (report.Refused.Count == 0)
        {
            TempData[Done] = report.Said;
            return Back(filter);
        }

        frame.Title = text["What became of it"];
        frame.Breadcrumbs.Add(new(text["Content"], report.BackHref));
        return View(report);
    }

    [HttpPost("{id}/clone"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Clone(string id, [FromServices] CloneContentItem action, CancellationToken cancel)
    {
        var outcome = await action.RunAsync(id, cancel);
        Tell(outcome, "A draft with the same text was made. It is not public yet.");
        return LocalRedirect($"/admin/content/{Uri.EscapeDataString(outcome.Succeeded ? outcome.Value.ContentItemId : id)}");
    }

    [HttpPost("{id}/publish"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Publish(string id, [FromQuery] EditorsFilter filter, [FromServices] PublishContentItem action, CancellationToken cancel) => Tell(await action.RunAsync(id, cancel), "Published.", filter);

    [HttpPost("{id}/unpublish"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Unpublish(string id, [FromQuery] EditorsFilter filter, [FromServices] UnpublishContentItem action, CancellationToken cancel) => Tell(await action.RunAsync(id, cancel), "No longer public.", filter);

    [HttpPost("{id}/discard"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Discard(string id, [FromQuery] EditorsFilter filter, [FromServices] DiscardDraft action, CancellationToken cancel) => Tell(await action.RunAsync(id, cancel), "The draft was discarded.", filter);

    [HttpPost("{id}/remove"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Remove(string id, [FromQuery] EditorsFilter filter, [FromServices] RemoveContentItem action, CancellationToken cancel) => Tell(await action.RunAsync(id, cancel), "It is in the bin now, from where it can be brought back.", filter);

    [HttpPost("views"), ValidateAntiForgeryToken]
    public async Task<IActionResult> KeepView([FromQuery] EditorsFilter filter, [FromForm] string? name, [FromForm] bool shared, [FromServices] SaveListView action, CancellationToken cancel)
    {
        var outcome = await action.RunAsync(new(name, filter.Tidied(), shared), cancel);
        if (outcome.Problem is { } problem)
        {
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
            return View(nameof(List), await ReadAsync(filter, cancel) with { NameProblem = problem, TypedName = name });
        }

        TempData[Done] = text["The view was kept."].Value;
        return Back(filter);
    }

    [HttpPost("views/{id}/delete"), ValidateAntiForgeryToken]
    public async Task<IActionResult> DeleteView(string id, [FromServices] DeleteListView action, CancellationToken cancel)
    {
        Tell(await action.RunAsync(id, cancel), "The view was deleted.");
        return LocalRedirect("/admin/content");
    }

    [HttpGet("bin")]
    public async Task<IActionResult> Bin(string? after, [FromServices] BinPage bin, CancellationToken cancel)
    {
        frame.Title = text["The bin"];
        frame.Breadcrumbs.Add(new(text["Content"], "/admin/content"));
        return View(await bin.RunAsync(after, cancel));
    }

    async Task<EditorsListView> ReadAsync(EditorsFilter asked, CancellationToken cancel)
    {
        frame.Title = text["Content"];
        var filter = asked.Tidied();
        var page = await list.RunAsync(filter, cancel);
        var named = await names.InAsync(Culture.Current, page.Rows.Select(r => r.OrganisationSet), cancel);
        return new(filter, page, await choices.RunAsync(cancel), named.ToDictionary(n => n.Key, n => n.Value.Short, StringComparer.Ordinal));
    }

    /// <param name="done">English message id.</param>
    LocalRedirectResult Tell<T>(Result<T> outcome, string done, EditorsFilter filter)
    {
        Tell(outcome, done);
        return Back(filter);
    }

    /// <param name="done">English message id.</param>
    void Tell<T>(Result<T> outcome, string done)
    {
        if (outcome.Problem is { } problem) TempData[Refused] = string.Join(" ", [problem.In(text), .. problem.Errors.Select(e => text[e.Message, e.Args].Value)]);
        else TempData[Done] = text[done].Value;
    }

    LocalRedirectResult Back(EditorsFilter filter) => LocalRedirect("/admin/content" + Here(filter));

    static string Here(EditorsFilter filter)
    {
        var tidied = filter.Tidied();
        return tidied.Query(tidied.After, tidied.Before);
    }
}
