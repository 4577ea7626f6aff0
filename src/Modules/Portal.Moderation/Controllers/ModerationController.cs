using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Controllers;

/// <summary>The moderators' queue, and decisions on several of its rows at once.</summary>
[Admin, Authorize, AutoValidateAntiforgeryToken, RequiresPermission("ModerateSubmissions"), Route("admin/moderation"), ResponseCache(NoStore = true)]
public sealed class ModerationController(QueuePage queue, DecisionStatistics statistics, ReasonList reasons, DecideSubmission decide, CurrentUser user, PageFrame frame, IStringLocalizer T) : Controller
{
    /// <summary>What can be decided without reading each row by itself: whatever needs passages, another submission or an answer cannot.</summary>
    static readonly Step[] ForMany = [Step.Publish, Step.Decline, Step.Keep];

    [HttpGet("")]
    public async Task<IActionResult> Queue(QueueFilter filter, CancellationToken cancel)
    {
        frame.Title = T["Moderation queue"];
        return View(new QueueScreen(await queue.SelectAsync(filter, Culture.Current, cancel), await reasons.GetAsync()));
    }

    /// <summary>Takes the submission that has waited longest of those that the filter shows and nobody is reading.</summary>
    [HttpPost("next")]
    public async Task<IActionResult> Next(QueueFilter filter, CancellationToken cancel)
    {
        if (await queue.FirstFreeAsync(filter, user.Id!, cancel) is { } id) return RedirectToAction("Decide", "Decision", new { submissionId = id });
        TempData["done"] = T["There is nothing left that you could decide on."].Value;
        return Redirect("/admin/moderation" + filter.Query());
    }

    /// <summary>One's own figures; an administrator sees the whole network's.</summary>
    [HttpGet("statistics")]
    public async Task<IActionResult> Statistics(CancellationToken cancel, int days = 30)
    {
        frame.Title = T["Statistics of decisions"];
        frame.Breadcrumbs.Add(new(T["Moderation queue"], "/admin/moderation"));
        days = Math.Clamp(days, 1, 3650);
        var network = user.May(StandardPermissions.SiteOwner);
        return View(new StatisticsView(days, await statistics.RunAsync(user.Id, days, cancel), network ? await statistics.RunAsync(null, days, cancel) : []));
    }

    [HttpPost("decide")]
    public async Task<IActionResult> DecideMany(BulkForm form, CancellationToken cancel)
    {
        frame.Title = T["Decisions on several submissions"];
        frame.Breadcrumbs.Add(new(T["Moderation queue"], "/admin/moderation"));
        var decision = ForMany.FirstOrDefault(s => ModerationTable.Name(s) == form.Decision, (Step)(-1));
        var rows = new List<BulkRow>();
        foreach (var row in form.Rows.Distinct(StringComparer.Ordinal).Take(QueuePage.PageSize))
        {
            var (id, version) = row.Split(':') is [var first, var second] && int.TryParse(second, System.Globalization.CultureInfo.InvariantCulture, out var number) ? (first, number) : (row, 0);
            var begins = await queue.ReadOneAsync(id, Culture.Current, cancel) is { } one ? DecisionPage.FirstWordsOf(one.Body) : id;
            var outcome = await decide.RunAsync(new(id, version, decision, form.Reason, form.Note, []), cancel);
            rows.Add(new(id, begins, outcome.Problem is { } problem ? Words(problem) : null));
        }

        return View("Decided", rows);
    }

    string Words(Cms.Problem problem) => problem.Errors.Count == 0 ? problem.In(T) : string.Join(' ', problem.Errors.Select(e => e.Field == "reason" ? T["Choose a reason"].Value : T[e.Message, e.Args].Value));
}
