using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Users.Actions;
using Portal.Users.Queries;
using Portal.Users.Sessions;
using Portal.Users.ViewModels;

namespace Portal.Users.Controllers;

/// <summary>Passkeys: the questions that the browser is to have answered, and the answers.</summary>
[PrivatePage]
public sealed class PasskeysController(SignInManager<User> platform, OwnAccount account, SessionCookie cookie, AccountLimits limits, CurrentUser me, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpPost("/sign-in/passkey/options"), ValidateAntiForgeryToken]
    public async Task<IActionResult> SignInOptions() => Content(await platform.MakePasskeyRequestOptionsAsync(user: null), "application/json");

    [HttpPost("/sign-in/passkey"), ValidateAntiForgeryToken]
    public async Task<IActionResult> SignIn(string? credential, string? returnUrl, [FromServices] SignInWithPasskey signIn, [FromServices] PendingSignIn pending, CancellationToken cancel)
    {
        var result = limits.MayTryPasswords ? await signIn.RunAsync(credential ?? "", cookie.Client, cancel) : AccountLimits.TooMany;
        if (result.Problem is { } problem)
        {
            limits.NoteWrongPassword();
            problem.AddTo(ModelState, text);
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
            frame.Title = text["Sign in"];
            return View("~/Views/SignIn/Form.cshtml", new SignInForm { ReturnUrl = returnUrl });
        }

        await pending.ForgetAsync();
        await cookie.WriteAsync(result.Value.User.Id, result.Value.SessionId!);
        return LocalRedirect(ReturnUrl.Or(returnUrl, await account.HasRolesAsync(result.Value.User.Id, cancel) ? "/admin" : "/account"));
    }

    [HttpPost("/account/passkeys/options"), Authorize, ValidateAntiForgeryToken]
    public async Task<IActionResult> AddOptions(CancellationToken cancel)
    {
        if (await account.GetAsync(cancel) is not { } own) return Challenge();
        var name = own.IsCitizen ? own.Email : own.UserName;
        return Content(await platform.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = me.Id!, Name = name, DisplayName = name }), "application/json");
    }

    [HttpPost("/account/passkeys"), Authorize, ValidateAntiForgeryToken]
    public async Task<IActionResult> Add(string? name, string? credential, string? currentPassword, [FromServices] AddPasskey add, CancellationToken cancel) =>
        await DoneAsync((await add.RunAsync(name ?? "", credential ?? "", currentPassword ?? "", cancel)).Problem, cancel);

    [HttpPost("/account/passkeys/remove"), Authorize, ValidateAntiForgeryToken]
    public async Task<IActionResult> Remove(string? id, [FromServices] RemovePasskey remove, CancellationToken cancel) =>
        await DoneAsync((await remove.RunAsync(id ?? "", cancel)).Problem, cancel);

    async Task<IActionResult> DoneAsync(Problem? problem, CancellationToken cancel)
    {
        if (problem is null) return LocalRedirect("/account/security?saved=true");
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        (frame.Title, frame.NoIndex) = (text["Security"], true);
        return View("~/Views/Security/Show.cshtml", await account.SecurityAsync(cookie.SessionId, cancel));
    }
}
