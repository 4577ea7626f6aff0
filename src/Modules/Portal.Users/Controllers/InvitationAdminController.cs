using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Users.Actions;
using Portal.Users.Queries;
using Portal.Users.Sessions;
using Portal.Users.ViewModels;

namespace Portal.Users.Controllers;

/// <summary>Invitations that wait, and new ones.</summary>
[Admin, RequiresPermission("InviteToOwnOrganisation"), PrivatePage]
public sealed class InvitationAdminController(AccountList accounts, PageFrame frame, IStringLocalizer text) : Controller
{
    const string Address = "/admin/invitations";

    [HttpGet(Address)]
    public Task<IActionResult> Show(CancellationToken cancel, bool sent = false) => PageAsync(new InvitationForm { IsSent = sent }, cancel);

    [HttpPost(Address), ValidateAntiForgeryToken]
    public async Task<IActionResult> Invite(InvitationForm form, [FromServices] InviteUser invite, CancellationToken cancel)
    {
        var result = await invite.RunAsync(new(form.Email ?? "", form.Role ?? "", string.IsNullOrEmpty(form.Organisation) ? null : form.Organisation, form.Culture ?? Culture.Current.Code), cancel);
        return result.Problem is { } problem ? await RefuseAsync(problem, form, cancel) : LocalRedirect(Address + "?sent=true");
    }

    [HttpPost(Address + "/{id}/withdraw"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Withdraw(string id, [FromServices] WithdrawInvitation withdraw, CancellationToken cancel) =>
        (await withdraw.RunAsync(id, cancel)).Problem is { } problem ? await RefuseAsync(problem, new(), cancel) : LocalRedirect(Address);

    async Task<IActionResult> RefuseAsync(Problem problem, InvitationForm form, CancellationToken cancel)
    {
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return await PageAsync(form, cancel);
    }

    async Task<IActionResult> PageAsync(InvitationForm form, CancellationToken cancel)
    {
        frame.Title = text["Invitations"];
        ViewData["Form"] = form;
        return View("Show", await accounts.InvitationsAsync(cancel));
    }
}
