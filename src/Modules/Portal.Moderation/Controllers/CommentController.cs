using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Moderation.Actions;
using Portal.Moderation.Queries;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Controllers;

/// <summary>The lasting address of a comment, and the page on which a reader reports it. Neither is kept.</summary>
[ResponseCache(NoStore = true)]
public sealed class CommentController(FindComment find, ReportComment report, ReasonList reasons, Tickets tickets, PageFrame frame, IStringLocalizer T) : Controller
{
    /// <summary>Leads to the page of the consultation on which the comment stands now.</summary>
    [HttpGet("{culture:culture}/comment/{id}"), HttpHead("{culture:culture}/comment/{id}")]
    public async Task<IActionResult> Show(string id, CancellationToken cancel) => await find.AddressAsync(id, Culture.Current, cancel) is { } address ? Redirect(address) : NotFound();

    [HttpGet("{culture:culture}/comment/{id}/report")]
    public async Task<IActionResult> Report(string id, CancellationToken cancel) => await ReportPageAsync(id, new(), cancel);

    [HttpPost("{culture:culture}/comment/{id}/report"), SameSiteOnly]
    public async Task<IActionResult> Report(string id, ReportForm form, CancellationToken cancel)
    {
        var outcome = await report.RunAsync(new(id, form.Reason, form.Note, form.Ticket, HttpContext.Connection.RemoteIpAddress), cancel);
        if (outcome.Problem is { } problem)
        {
            if (problem.Kind == Cms.ProblemKind.NotFound) return NotFound();
            problem.AddTo(ModelState, T);
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
            return await ReportPageAsync(id, form, cancel);
        }

        Prepare(id);
        return View("~/Views/Report/Thanks.cshtml", new ReportThanks(outcome.Value, await find.AddressAsync(id, Culture.Current, cancel) ?? $"/{Culture.Current.Code}"));
    }

    async Task<IActionResult> ReportPageAsync(string id, ReportForm form, CancellationToken cancel)
    {
        if (await find.RunAsync(id, Culture.Current, cancel) is not { } comment) return NotFound();
        form.Ticket = tickets.Issue(comment.ConsultationSet, ReportComment.TicketFor(id), null);
        ModelState.Remove(nameof(form.Ticket));
        Prepare(id);
        return View("~/Views/Report/Ask.cshtml", new ReportView(comment, form, await reasons.GetAsync(), ReportComment.LongestNote));
    }

    void Prepare(string id)
    {
        frame.Title = T["Report this comment"];
        frame.NoIndex = true;
        frame.InEveryCulture(c => $"/{c.Code}/comment/{Uri.EscapeDataString(id)}/report");
    }
}
