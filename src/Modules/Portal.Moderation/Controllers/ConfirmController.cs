using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Controllers;

/// <summary>Where links in mails lead. Opening one only asks: programs that look into mails before their reader does open every link.</summary>
[Route("{culture:culture}/confirm/{token}"), ResponseCache(NoStore = true)]
public sealed class ConfirmController(
    ConfirmationLinks links, ConfirmSubmission confirm, AgreeWithComment agree, FollowConsultation follow, IOptions<ParticipationSettings> settings, PageFrame frame, IStringLocalizer T) : Controller
{
    [HttpGet(""), HttpHead("")]
    public IActionResult Ask(string token)
    {
        Prepare();
        if (Usable(token) is not { } link) return Useless();
        var (title, text) = link.Purpose switch
        {
            LinkPurpose.Submission => (T["Confirm what you sent"], T["With this it counts, and moderators read what you wrote."]),
            LinkPurpose.Agree => (T["Confirm that you agree"], T["With this your voice is counted. Nobody learns that it is yours, and your address is not kept."]),
            _ => (T["Confirm that you follow a consultation"], T["With this you will be told by mail what becomes of it. Each mail has a link to stop them."]),
        };
        return View("Ask", new ConfirmQuestion(title, text, null, T["Confirm"], Request.Path.Value!));
    }

    [HttpPost(""), SameSiteOnly]
    public async Task<IActionResult> Confirm(string token, CancellationToken cancel)
    {
        Prepare();
        if (Usable(token) is not { } link) return Useless();
        var (problem, done) = link.Purpose switch
        {
            LinkPurpose.Submission => await SubmissionAsync(link, cancel),
            LinkPurpose.Agree => ((await agree.ConfirmedAsync(link.Id, link.Address ?? "", cancel)).Problem, T["Thank you. Your voice is counted."]),
            _ => ((await follow.ConfirmedAsync(link.Id, link.Address ?? "", link.Culture, cancel)).Problem, T["You will be told what becomes of this consultation."]),
        };
        if (problem is not null)
        {
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
            return View("Done", new ConfirmDone(T["This did not work"], problem.In(T), $"/{Culture.Current.Code}", T["Home"]));
        }

        return View("Done", link.Purpose == LinkPurpose.Submission
            ? new ConfirmDone(T["It is confirmed"], done, $"/{Culture.Current.Code}/receipt", T["Check a receipt"])
            : new ConfirmDone(T["It is confirmed"], done, $"/{Culture.Current.Code}", T["Home"]));
    }

    async Task<(Problem? Problem, LocalizedString Done)> SubmissionAsync(MailLink link, CancellationToken cancel)
    {
        var outcome = await confirm.RunAsync(link.Id, link.Address, cancel);
        return (outcome.Problem, outcome is { Succeeded: true, Value: SubmissionState.Published } ? T["It counts now."] : T["A moderator reads it now. With your receipt you see how it stands."]);
    }

    MailLink? Usable(string token) => links.Read(token) is { Purpose: not LinkPurpose.Stop } link && !links.IsExpired(link, TimeSpan.FromDays(settings.Value.ConfirmationDays)) ? link : null;

    ViewResult Useless()
    {
        Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status404NotFound;
        return View("Done", new ConfirmDone(T["This link does not work"], T["It is incomplete or too old. With your receipt you can ask for another one."], $"/{Culture.Current.Code}/receipt", T["Check a receipt"]));
    }

    void Prepare()
    {
        frame.Title = T["Confirm"];
        frame.NoIndex = true;
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
