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

/// <summary>Organisations with their members: all of them for who manages accounts, the own one for its owners.</summary>
[Admin, RequiresPermission("ManageOwnMembers"), PrivatePage, Route("/admin/organisations")]
public sealed class OrganisationAdminController(OrganisationMembers organisations, Membership membership, CurrentUser me, PageFrame frame, IStringLocalizer text) : Controller
{
    const string Address = "/admin/organisations";

    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken cancel)
    {
        if (!me.May(UserPermissions.ManageUsers)) return me.OrganisationSet is { } own ? LocalRedirect($"{Address}/{Uri.EscapeDataString(own)}") : NotFound();
        frame.Title = text["Organisations and members"];
        return View("List", await organisations.AllAsync(cancel));
    }

    [HttpGet("{set}")]
    public Task<IActionResult> Show(string set, CancellationToken cancel) => PageAsync(set, new(), cancel);

    [HttpPost("{set}/invite"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Invite(string set, InvitationForm form, [FromServices] InviteUser invite, CancellationToken cancel) =>
        await AfterMemberChangeAsync(set, (await invite.RunAsync(new(form.Email ?? "", form.Role ?? "", set, form.Culture ?? Culture.Current.Code), cancel)).Problem, "The invitation is on its way.", form, cancel);

    [HttpPost("{set}/withdraw"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Withdraw(string set, string id, [FromServices] WithdrawInvitation withdraw, CancellationToken cancel) =>
        await AfterMemberChangeAsync(set, (await withdraw.RunAsync(id, cancel)).Problem, "The invitation is withdrawn.", new(), cancel);

    [HttpPost("{set}/owner"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Owner(string set, string id, bool isOwner, [FromServices] ChangeOwner change, CancellationToken cancel) =>
        await AfterMemberChangeAsync(set, (await change.RunAsync(id, isOwner, cancel)).Problem, "Saved.", new(), cancel);

    [HttpPost("{set}/remove"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Remove(string set, string id, [FromServices] RemoveMember remove, CancellationToken cancel)
    {
        var removed = await remove.RunAsync(id, cancel);
        if (removed.Succeeded && id == me.Id) return LocalRedirect("/account?saved=true");
        return await AfterMemberChangeAsync(set, removed.Problem, "The person is no longer a member. What they wrote stays with the organisation.", new(), cancel);
    }

    /// <param name="done">English message id.</param>
    async Task<IActionResult> AfterMemberChangeAsync(string set, Problem? problem, string done, InvitationForm form, CancellationToken cancel)
    {
        if (problem is null)
        {
            TempData["done"] = text[done].Value;
            return LocalRedirect($"{Address}/{Uri.EscapeDataString(set)}");
        }

        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return await PageAsync(set, form, cancel);
    }

    async Task<IActionResult> PageAsync(string set, InvitationForm form, CancellationToken cancel)
    {
        // Whose organisation it is not learns nothing of it here.
        if (!membership.MayManage(set) || await organisations.FindAsync(set, cancel) is not { } view) return NotFound();
        frame.Title = view.Name;
        if (me.May(UserPermissions.ManageUsers)) frame.Breadcrumbs.Add(new(text["Organisations and members"], Address));
        ViewData["Form"] = form;
        return View("Show", view);
    }
}
