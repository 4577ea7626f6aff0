using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Review.Actions;
using Portal.Review.Queries;
using Portal.Review.ViewModels;

namespace Portal.Review.Controllers;

/// <summary>What is done in the review of one text, from the forms beside it. Each comes back to the text; what is refused is shown with everything that was typed.</summary>
[Admin, Authorize, AutoValidateAntiforgeryToken, RequiresPermission("ListContent"), Route("/admin/content/{id}/review"), ResponseCache(NoStore = true)]
public sealed class ReviewController(PageFrame frame, IStringLocalizer text) : Controller
{
    /// <summary>Key of what the edit form says was done.</summary>
    const string Done = "done";

    [HttpPost("return")]
    public async Task<IActionResult> Return(string id, TalkForm form, [FromServices] ReturnForChanges action, CancellationToken cancel) =>
        Back(id, "return", form, (await action.RunAsync(id, form.Note, cancel)).Problem, "The text was returned.");

    [HttpPost("note")]
    public async Task<IActionResult> Note(string id, TalkForm form, [FromServices] WriteNote action, CancellationToken cancel) =>
        Back(id, "note", form, (await action.RunAsync(id, form.Note, cancel)).Problem, "Your note stands in the conversation.");

    [HttpPost("comment")]
    public async Task<IActionResult> Comment(string id, TalkForm form, [FromServices] CommentOnPassage action, CancellationToken cancel) =>
        Back(id, "comment", form, (await action.RunAsync(new(id, form.Field, form.Quote, form.Note), cancel)).Problem, "Your comment stands beside the text.");

    /// <param name="pressed">Whether the comment is settled, or open again, with that.</param>
    [HttpPost("answer")]
    public async Task<IActionResult> Answer(string id, TalkForm form, [FromForm(Name = "do")] string? pressed, [FromServices] AnswerComment action, CancellationToken cancel) =>
        Back(id, "answer", form, (await action.RunAsync(new(id, form.Comment, form.Note, pressed switch { "settle" => true, "reopen" => false, _ => null }), cancel)).Problem, "Your answer stands beside the text.");

    [HttpPost("assign")]
    public async Task<IActionResult> Assign(string id, string? assignee, [FromServices] AssignReview action, CancellationToken cancel) =>
        Back(id, "assign", new(), (await action.RunAsync(id, string.IsNullOrEmpty(assignee) ? null : assignee, cancel)).Problem, "It is said who looks at the text.");

    [HttpPost("withdraw")]
    public async Task<IActionResult> Withdraw(string id, [FromServices] WithdrawReview action, CancellationToken cancel) =>
        Back(id, "withdraw", new(), (await action.RunAsync(id, cancel)).Problem, "The request was withdrawn. The text is a draft again.");

    [HttpGet("changes")]
    public async Task<IActionResult> Changes(string id, [FromServices] ReviewChanges changes, CancellationToken cancel)
    {
        if (await changes.RunAsync(id, cancel) is not { } view) return NotFound();
        frame.Title = text["What changed since the last reading"];
        frame.Breadcrumbs.Add(new(text["Content"], "/admin/content"));
        frame.Breadcrumbs.Add(new(view.Title, $"/admin/content/{Uri.EscapeDataString(id)}"));
        return View(view);
    }

    /// <param name="done">English message id.</param>
    IActionResult Back(string id, string verb, TalkForm form, Problem? problem, string done)
    {
        if (problem is null)
        {
            TempData[Done] = text[done].Value;
            return LocalRedirect($"/admin/content/{Uri.EscapeDataString(id)}#review");
        }

        frame.Title = text["Review"];
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return View("Refused", new RefusedView(id, verb, form, problem));
    }
}
