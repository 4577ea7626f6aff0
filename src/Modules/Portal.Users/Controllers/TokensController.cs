using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Users.Actions;
using Portal.Users.Queries;
using Portal.Users.Sessions;
using Portal.Users.ViewModels;

namespace Portal.Users.Controllers;

/// <summary>A person's own API tokens.</summary>
[RequiresPermission("AccessAdminPanel"), PrivatePage]
public sealed class TokensController(OwnAccount account, CurrentUser me, PageFrame frame, IStringLocalizer text, TimeProvider clock) : Controller
{
    const string Address = "/account/tokens";
    const int LongestDays = 365;

    [HttpGet(Address)]
    public Task<IActionResult> Show(CancellationToken cancel) => PageAsync(new TokenForm(), null, cancel);

    [HttpPost(Address), ValidateAntiForgeryToken]
    public async Task<IActionResult> Create(TokenForm form, [FromServices] CreateToken create, CancellationToken cancel)
    {
        var days = Math.Clamp(form.Days, 1, LongestDays);
        var result = await create.RunAsync(new(me.Name!, (form.Name ?? "").Trim(), form.Scopes ?? [], clock.GetUtcNow().UtcDateTime.AddDays(days)), cancel);
        if (result.Problem is not { } problem) return await PageAsync(new TokenForm(), result.Value, cancel);

        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return await PageAsync(form, null, cancel);
    }

    [HttpPost(Address + "/revoke"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Revoke(string? id, [FromServices] RevokeToken revoke, CancellationToken cancel)
    {
        await revoke.RunAsync(id ?? "", cancel);
        return LocalRedirect(Address);
    }

    async Task<IActionResult> PageAsync(TokenForm form, string? made, CancellationToken cancel)
    {
        (frame.Title, frame.NoIndex) = (text["API tokens"], true);
        return View("Show", new TokensPage(await account.TokensAsync(cancel), form, made));
    }
}
