using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Contents.Queries;
using Portal.Contents.Scheduling;

namespace Portal.Contents.Controllers;

/// <summary>Publishing and unpublishing at a time to come.</summary>
[Admin, RequiresPermission("ListContent"), Route("/admin/content/{id}/schedule")]
public sealed class ScheduleController(EditedItem items, PortalDb db, ContentAccess access, CurrentUser me, PageFrame frame, TimeProvider clock, IStringLocalizer text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Form(string id, CancellationToken cancel)
    {
        if (await items.FindAsync(id, cancel) is not { } item) return NotFound();
        if (!access.MayPublish(item.Item)) return Forbid();

        var zone = me.TimeZone ?? ContentSchedules.DefaultZone;
        // Tomorrow at eight: most often what is meant, and never over already.
        var at = Dates.ToWall(clock.UtcNow, zone).Date.AddDays(1).AddHours(8).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        return await ShowAsync(item, new(item.HasDraft ? ScheduledStep.Publish : ScheduledStep.Unpublish, at, zone), null, cancel);
    }

    [HttpPost(""), ValidateAntiForgeryToken]
    public async Task<IActionResult> Schedule(string id, [FromForm] ScheduleForm form, [FromServices] ScheduleContentItem action, CancellationToken cancel)
    {
        if (await items.FindAsync(id, cancel) is not { } item) return NotFound();
        if (!access.MayPublish(item.Item)) return Forbid();

        Result<ContentSchedule> outcome = form.Wall is { } wall ? await action.RunAsync(new(id, form.Step, wall, form.Zone ?? ""), cancel) : Cms.Problem.Invalid("at", "Give a day and a time.");
        if (outcome.Problem is { } problem) return await ShowAsync(item, form, problem, cancel);

        TempData[ContentAdminController.Done] = text["Scheduled."].Value;
        return LocalRedirect($"/admin/content/{Uri.EscapeDataString(id)}");
    }

    [HttpPost("cancel"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Cancel(string id, [FromForm] ScheduledStep step, [FromServices] CancelSchedule action, CancellationToken cancel)
    {
        if ((await action.RunAsync(id, step, cancel)).Problem is { } problem) TempData[ContentAdminController.Refused] = problem.In(text);
        else TempData[ContentAdminController.Done] = text["Nothing is scheduled for this step any more."].Value;
        return LocalRedirect($"/admin/content/{Uri.EscapeDataString(id)}");
    }

    async Task<IActionResult> ShowAsync(EditedView item, ScheduleForm form, Problem? problem, CancellationToken cancel)
    {
        frame.Title = text["Publish or unpublish later"];
        frame.Breadcrumbs.Add(new(text["Content"], "/admin/content"));
        frame.Breadcrumbs.Add(new(item.Version.DisplayText.Length > 0 ? item.Version.DisplayText : text["Without a title"], $"/admin/content/{Uri.EscapeDataString(item.Item.ContentItemId)}"));
        if (problem is not null) Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return View(nameof(Form), new ScheduleView(item, form, await db.ContentSchedules.AsNoTracking().Where(s => s.ContentItemId == item.Item.ContentItemId).ToListAsync(cancel), problem));
    }
}
