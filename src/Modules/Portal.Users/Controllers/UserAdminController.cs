using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Users.Actions;
using Portal.Users.Queries;
using Portal.Users.Sessions;

namespace Portal.Users.Controllers;

/// <summary>Accounts, for those who manage them.</summary>
[Admin, RequiresPermission("ManageUsers"), PrivatePage]
public sealed class UserAdminController(AccountList accounts, PageFrame frame, IStringLocalizer text) : Controller
{
    const string Address = "/admin/users";

    [HttpGet(Address)]
    public async Task<IActionResult> List(string? q, string? role, string? organisation, string? state, string? after, CancellationToken cancel) =>
        Titled("List", text["Accounts"], await accounts.RunAsync(new(q, role, after, organisation, state), cancel));

    [HttpGet(Address + "/{id}")]
    public Task<IActionResult> Show(string id, CancellationToken cancel, bool saved = false)
    {
        ViewData["Saved"] = saved;
        return ShowAsync(id, cancel);
    }

    [HttpPost(Address + "/{id}/roles"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Roles(string id, IReadOnlyList<string>? roles, string? organisation, [FromServices] ChangeRoles change, CancellationToken cancel) =>
        await DoneAsync(id, (await change.RunAsync(id, roles ?? [], string.IsNullOrEmpty(organisation) ? null : organisation, cancel)).Problem, cancel);

    [HttpPost(Address + "/{id}/close"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Close(string id, string? reason, [FromServices] CloseAccount close, CancellationToken cancel) =>
        await DoneAsync(id, (await close.RunAsync(id, isClosed: true, reason, cancel)).Problem, cancel);

    [HttpPost(Address + "/{id}/reopen"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Reopen(string id, [FromServices] CloseAccount close, CancellationToken cancel) =>
        await DoneAsync(id, (await close.RunAsync(id, isClosed: false, null, cancel)).Problem, cancel);

    [HttpPost(Address + "/{id}/second-factor"), ValidateAntiForgeryToken]
    public async Task<IActionResult> SecondFactor(string id, [FromServices] ResetSecondFactor reset, CancellationToken cancel) =>
        await DoneAsync(id, (await reset.RunAsync(id, cancel)).Problem, cancel);

    [HttpPost(Address + "/{id}/password"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Password(string id, [FromServices] ResetPassword reset, CancellationToken cancel)
    {
        if (await accounts.FindAsync(id, cancel) is not { } account) return NotFound();
        var result = await reset.RunAsync(account.Row.UserName, cancel);
        if (result.Problem is { } problem) return await DoneAsync(id, problem, cancel);
        ViewData["OneTimePassword"] = result.Value;
        return await ShowAsync(id, cancel);
    }

    async Task<IActionResult> DoneAsync(string id, Problem? problem, CancellationToken cancel)
    {
        if (problem is null) return LocalRedirect($"{Address}/{Uri.EscapeDataString(id)}?saved=true");
        if (problem.Kind == ProblemKind.NotFound) return NotFound();
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return await ShowAsync(id, cancel);
    }

    async Task<IActionResult> ShowAsync(string id, CancellationToken cancel)
    {
        if (await accounts.FindAsync(id, cancel) is not { } view) return NotFound();
        frame.Breadcrumbs.Add(new(text["Accounts"], Address));
        return Titled("Show", view.Row.UserName, view);
    }

    ViewResult Titled(string view, string title, object model)
    {
        frame.Title = title;
        return View(view, model);
    }
}
