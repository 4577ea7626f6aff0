using Microsoft.AspNetCore.Http;
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
using Portal.Moderation.Text;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Controllers;

/// <summary>The moderators' queue, and the page on which one submission is decided on.</summary>
[Admin, Authorize, AutoValidateAntiforgeryToken, Route("admin/moderation"), ResponseCache(NoStore = true)]
public sealed class ModerationController(QueuePage queue, DecideSubmission decide, CurrentUser user, PageFrame frame, IStringLocalizer T) : Controller
{
    const int PageSize = 20;

    [HttpGet("")]
    public async Task<IActionResult> Queue(CancellationToken cancel, int page = 1)
    {
        if (!user.May(ModerationPermissions.Moderate)) return Forbid();
        frame.Title = T["Moderation queue"];
        return View(await queue.RunAsync(Culture.Current, Math.Clamp(page, 1, 1000), PageSize, cancel));
    }

    [HttpGet("{submissionId}")]
    public async Task<IActionResult> Decide(string submissionId, CancellationToken cancel)
    {
        if (!user.May(ModerationPermissions.Moderate)) return Forbid();
        return await queue.FindAsync(submissionId, Culture.Current, cancel) is { } submission ? DecidePage(submission, new()) : Gone();
    }

    [HttpPost("{submissionId}")]
    public async Task<IActionResult> Decide(string submissionId, DecisionForm form, CancellationToken cancel)
    {
        if (!user.May(ModerationPermissions.Moderate)) return Forbid();
        if (await queue.FindAsync(submissionId, Culture.Current, cancel) is not { } submission) return Gone();

        var passages = (form.Redactions ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var decision = Enum.TryParse<Step>(form.Decision, ignoreCase: true, out var step) ? step : (Step)(-1);
        var spans = decision == Step.Redact ? Redaction.Find(submission.Body, passages) : [];
        if (decision == Step.Redact && passages.FirstOrDefault(p => Redaction.Find(submission.Body, [p]).Count == 0) is { } absent)
        {
            ModelState.AddModelError("redactions", T["The text does not contain this passage: {0}", absent]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return DecidePage(submission, form);
        }

        var outcome = await decide.RunAsync(new(submissionId, form.Version, decision, form.Reason, form.Note, spans), cancel);
        if (outcome.Problem is { } problem)
        {
            problem.AddTo(ModelState, T);
            // The reasons stand in the form, in words; the keys that a program is told are of no use here.
            if (ModelState.Remove("reason")) ModelState.AddModelError("reason", T["Choose a reason"]);
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
            return DecidePage(submission, form);
        }

        TempData["done"] = T["The decision is recorded."].Value;
        return RedirectToAction(nameof(Queue));
    }

    ViewResult DecidePage(QueuedSubmission submission, DecisionForm form)
    {
        frame.Title = T["Decide on a submission"];
        ModelState.Remove(nameof(form.Version));
        return View("Decide", new DecisionView(submission, form));
    }

    RedirectToActionResult Gone()
    {
        TempData["done"] = T["That submission no longer waits: somebody has decided on it."].Value;
        return RedirectToAction(nameof(Queue));
    }
}
