using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;
using Portal.Moderation.Text;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Controllers;

/// <summary>What the holder of a receipt sees and can do. The code travels in the body of a POST, never in an address, a log or a referrer.</summary>
[Route("{culture:culture}/receipt"), SameSiteOnly, ResponseCache(NoStore = true)]
public sealed class ReceiptController(
    ReceiptPage page, WithdrawSubmission withdraw, EditSubmission edit, AppealDecision appeal, ConfirmSubmission confirm, PageFrame frame, TimeProvider clock, IStringLocalizer T) : Controller
{
    [HttpGet(""), HttpHead("")]
    public IActionResult Ask() => Question(null);

    [HttpPost("")]
    public Task<IActionResult> Show([FromForm] string? receipt, CancellationToken cancel) => ShowAsync(receipt, null, null, cancel);

    /// <param name="sure">The author has ticked that it cannot be undone.</param>
    [HttpPost("withdraw")]
    public async Task<IActionResult> Withdraw([FromForm] string? receipt, [FromForm] string? sure, CancellationToken cancel)
    {
        if (sure is null)
        {
            ModelState.AddModelError("sure", T["Tick the box first: withdrawing cannot be undone."]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(receipt, null, null, cancel);
        }

        return await AfterAsync((await withdraw.RunAsync(receipt, cancel)).Problem, receipt, T["It is withdrawn. Everything you wrote and said about yourself has been deleted."], null, cancel);
    }

    [HttpPost("appeal")]
    public async Task<IActionResult> Appeal([FromForm] string? receipt, [FromForm] string? words, CancellationToken cancel) =>
        await AfterAsync((await appeal.RunAsync(receipt, words, cancel)).Problem, receipt, T["Your appeal has arrived. Somebody else than before decides on it."], words, cancel);

    [HttpPost("resend")]
    public async Task<IActionResult> Resend([FromForm] string? receipt, CancellationToken cancel) =>
        await AfterAsync((await confirm.ResendAsync(receipt, cancel)).Problem, receipt, T["The link is on its way to the address that you left."], null, cancel);

    [HttpPost("edit")]
    public async Task<IActionResult> Edit([FromForm] string? receipt, CancellationToken cancel)
    {
        if (await page.RunAsync(receipt, Culture.Current, cancel) is not { } found) return NotThere(receipt);
        return found.Status.MayEdit ? EditPage(found, found.Status.Body) : await ShowAsync(receipt, null, null, cancel);
    }

    [HttpPost("save")]
    public async Task<IActionResult> Save([FromForm] string? receipt, [FromForm] int version, [FromForm] string? body, CancellationToken cancel)
    {
        var outcome = await edit.RunAsync(new(receipt, version, body ?? "", clock.UtcNow), cancel);
        if (await page.RunAsync(receipt, Culture.Current, cancel) is not { } found) return NotThere(receipt);
        if (outcome.Problem is not { } problem) return await ShowAsync(receipt, T["Your comment has its new text."], null, cancel);

        problem.AddTo(ModelState, T);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        ModelState.Remove("version");
        return EditPage(found, body ?? "");
    }

    async Task<IActionResult> AfterAsync(Problem? problem, string? receipt, string done, string? words, CancellationToken cancel)
    {
        if (problem is null) return await ShowAsync(receipt, done, null, cancel);
        problem.AddTo(ModelState, T);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return await ShowAsync(receipt, null, words, cancel);
    }

    async Task<IActionResult> ShowAsync(string? receipt, string? said, string? words, CancellationToken cancel)
    {
        if (await page.RunAsync(receipt, Culture.Current, cancel) is not { } found) return NotThere(receipt);
        Prepare();
        return View("Show", found with { Said = said, Words = words });
    }

    ViewResult EditPage(ReceiptView found, string body)
    {
        Prepare();
        frame.Title = T["Change your comment"];
        return View("Edit", new EditView(found.Code, found.Status.Version, body, found.ConsultationTitle, found.Section?.Text, SubmissionRules.LongestBody));
    }

    ViewResult NotThere(string? receipt)
    {
        ModelState.Clear();
        ModelState.AddModelError("receipt", ReceiptCode.Read(receipt) is null ? T["This is not a complete receipt. It has 28 letters and digits in groups of four; one of them may be mistyped."] : T["No comment was received under this receipt."]);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Question(receipt);
    }

    ViewResult Question(string? typed)
    {
        Prepare();
        return View("Ask", new ReceiptQuestion(typed));
    }

    void Prepare()
    {
        frame.Title = T["Receipt"];
        frame.NoIndex = true;
        frame.InEveryCulture(c => $"/{c.Code}/receipt");
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
