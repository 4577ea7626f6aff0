using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
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

/// <summary>The page on which one submission is decided on. Opening it keeps it from other moderators for a while.</summary>
[Admin, Authorize, AutoValidateAntiforgeryToken, RequiresPermission("ModerateSubmissions"), Route("admin/moderation/{submissionId}"), ResponseCache(NoStore = true)]
public sealed class DecisionController(
    DecisionPage page, QueuePage queue, ReasonList reasons, DecideSubmission decide, ClaimSubmission claim, ReleaseClaim release, EscalateSubmission escalate, ReopenDecision reopen, CurrentUser user, PageFrame frame, IStringLocalizer T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Decide(string submissionId, CancellationToken cancel)
    {
        if (await page.RunAsync(submissionId, Culture.Current, cancel) is not { } facts) return Gone();
        if (facts.WhyNot is null && facts.Submission.WaitsSinceUtc is not null) await claim.RunAsync(submissionId, cancel);
        return await DecidePageAsync(facts, new() { Spans = [.. facts.HiddenNow.Select(s => $"{s.Start},{s.Length}")], MergeInto = facts.Noticed.Select(n => n.Other?.Id).FirstOrDefault(id => id is not null) }, null);
    }

    [HttpPost("")]
    public async Task<IActionResult> Decide(string submissionId, DecisionForm form, CancellationToken cancel)
    {
        if (await page.RunAsync(submissionId, Culture.Current, cancel) is not { } facts || facts.Submission.WaitsSinceUtc is null) return Gone();

        var decision = Enum.TryParse<Step>(form.Decision?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var step) ? step : (Step)(-1);
        string? absent = null;
        var spans = decision == Step.Redact ? MarkedPassages.Of(form, facts.Shown.Body, out absent) : [];
        if (absent is not null) return await RefusedAsync(facts, form, "redactions", T["The text does not contain this passage: {0}", absent]);
        if (form.Then == "preview") return await DecidePageAsync(facts, form, Citizens.Paragraphs(facts.Shown.Body, Redaction.Normalise(facts.Shown.Body, spans) ?? []));

        var outcome = await decide.RunAsync(new(submissionId, form.Version, decision, form.Reason, form.Note, spans, NumberIn(form.MergeInto)), cancel);
        if (outcome.Problem is { } problem)
        {
            // The reasons stand in the form, in words; the keys that a program is told are of no use here.
            (problem with { Errors = [.. problem.Errors.Select(e => e.Field == "reason" ? new("reason", "Choose a reason") : e)] }).AddTo(ModelState, T);
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
            return await DecidePageAsync(facts, form, null);
        }

        TempData["done"] = T["The decision is recorded."].Value;
        return form.Then == "next" && await queue.FirstFreeAsync(new(), user.Id!, cancel) is { } following ? RedirectToAction(nameof(Decide), new { submissionId = following }) : ToQueue();
    }

    /// <summary>Keeps the submission for as long as the page is open.</summary>
    [HttpPost("claim")]
    public async Task<IActionResult> Renew(string submissionId, CancellationToken cancel) => (await claim.RunAsync(submissionId, cancel)).Succeeded ? NoContent() : Conflict();

    [HttpPost("release")]
    public async Task<IActionResult> Release(string submissionId, CancellationToken cancel)
    {
        await release.RunAsync(submissionId, cancel);
        return ToQueue();
    }

    /// <param name="escalationNote">Not <c>note</c>: the decision on the same page has one of its own.</param>
    [HttpPost("escalate")]
    public async Task<IActionResult> Escalate(string submissionId, int version, string? to, string? escalationNote, CancellationToken cancel)
    {
        var problem = (await escalate.RunAsync(new(submissionId, version, to, escalationNote), cancel)).Problem;
        if (problem is not null) problem = problem with { Errors = [.. problem.Errors.Select(e => e.Field == "note" ? e with { Field = nameof(escalationNote) } : e)] };
        return await AnsweredAsync(submissionId, problem, T["The submission was left to somebody else."], cancel);
    }

    [HttpPost("reopen")]
    public async Task<IActionResult> Reopen(string submissionId, CancellationToken cancel) =>
        await AnsweredAsync(submissionId, (await reopen.RunAsync(submissionId, cancel)).Problem, T["The submission waits in the queue again."], cancel);

    async Task<IActionResult> AnsweredAsync(string submissionId, Cms.Problem? problem, string done, CancellationToken cancel)
    {
        if (problem is null)
        {
            TempData["done"] = done;
            return ToQueue();
        }

        if (await page.RunAsync(submissionId, Culture.Current, cancel) is not { } facts) return Gone();
        problem.AddTo(ModelState, T);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return await DecidePageAsync(facts, new(), null);
    }

    Task<IActionResult> RefusedAsync(DecisionFacts facts, DecisionForm form, string field, string message)
    {
        ModelState.AddModelError(field, message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return DecidePageAsync(facts, form, null);
    }

    async Task<IActionResult> DecidePageAsync(DecisionFacts facts, DecisionForm form, IReadOnlyList<IReadOnlyList<Piece>>? preview)
    {
        frame.Title = facts.Submission.State == SubmissionState.Appealed ? T["Decide on an appeal"] : T["Decide on a submission"];
        frame.Breadcrumbs.Add(new(T["Moderation queue"], "/admin/moderation"));
        ModelState.Remove(nameof(form.Version));
        return View("~/Views/Moderation/Decide.cshtml", new DecisionView(facts, form, await reasons.GetAsync(), facts.WhyNot is null && facts.ClaimedBy is null && facts.Submission.WaitsSinceUtc is not null, preview) { MayErase = user.May(ModerationPermissions.Erase) });
    }

    /// <summary>The number itself, or the address of the page that ends in it.</summary>
    static string? NumberIn(string? typed) => typed?.Trim().TrimEnd('/').Split('/')[^1];

    RedirectToActionResult Gone()
    {
        TempData["done"] = T["That submission no longer waits: somebody has decided on it."].Value;
        return ToQueue();
    }

    RedirectToActionResult ToQueue() => RedirectToAction("Queue", "Moderation");
}
