using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Moderation.Actions;
using Portal.Moderation.Queries;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Controllers;

/// <summary>What can be done with one published comment: answer it, agree with it.</summary>
[Route("{culture:culture}/comment/{id}"), SameSiteOnly, ResponseCache(NoStore = true)]
public sealed class ConversationController(FindComment find, AgreeWithComment agree, CurrentUser user, PageFrame frame, IStringLocalizer T) : Controller
{
    [HttpGet("reply"), HttpHead("reply")]
    public async Task<IActionResult> Reply(string id, CancellationToken cancel)
    {
        if (await find.RunAsync(id, Culture.Current, cancel) is not { MayBeAnswered: true } comment) return NotFound();
        Prepare(T["Answer a comment"], comment);
        return View(new ReplyForm(id, comment.ConsultationSet, comment.SectionId, Anchor(comment), comment.Paragraphs, comment.Language.HtmlLang, user.IsSignedIn, SubmissionRules.LongestBody));
    }

    [HttpGet("agree"), HttpHead("agree")]
    public async Task<IActionResult> Agree(string id, CancellationToken cancel)
    {
        if (await find.RunAsync(id, Culture.Current, cancel) is not { MayBeAgreedWith: true } comment) return NotFound();
        return AgreePage(comment, null);
    }

    [HttpPost("agree")]
    public async Task<IActionResult> Agree(string id, [FromForm] string? email, CancellationToken cancel)
    {
        if (await find.RunAsync(id, Culture.Current, cancel) is not { } comment) return NotFound();
        var outcome = user.IsSignedIn ? await agree.AsAccountAsync(id, cancel) : await agree.AskAsync(id, email, Culture.Current, cancel);
        if (outcome.Problem is { } problem)
        {
            problem.AddTo(ModelState, T);
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
            return AgreePage(comment, email);
        }

        Prepare(T["I agree"], comment);
        return View("~/Views/Confirm/Done.cshtml", user.IsSignedIn
            ? new ConfirmDone(T["Thank you. Your voice is counted."], T["Only the number is public, not who agreed."], Anchor(comment), T["Back to the comment"])
            : new ConfirmDone(T["Look into your mailbox"], T["We have sent you a link. Your voice counts once you have opened it and chosen ‘Confirm’."], Anchor(comment), T["Back to the comment"]));
    }

    ViewResult AgreePage(ShownComment comment, string? typed)
    {
        Prepare(T["I agree"], comment);
        return View("Agree", new AgreeForm(comment.Id, Anchor(comment), comment.Paragraphs, comment.Language.HtmlLang, user.IsSignedIn, typed));
    }

    static string Anchor(ShownComment comment) => $"/{Culture.Current.Code}/comment/{comment.Id}";

    void Prepare(string title, ShownComment comment)
    {
        frame.Title = title;
        frame.NoIndex = true;
        frame.Breadcrumbs.Add(new(comment.ConsultationTitle, comment.ConsultationHref));
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
