using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
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

/// <summary>What people change about their own account.</summary>
[Admin, Authorize]
public sealed class AccountController(OwnAccount account, ChangePassword changePassword, ChooseLanguage chooseLanguage, SignInManager<User> sessions, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet("/account")]
    public async Task<IActionResult> Show(CancellationToken cancel, bool saved = false)
    {
        frame.Title = text["Your account"];
        return await account.GetAsync(cancel) is { } own ? View(nameof(Show), own with { Saved = saved }) : Challenge();
    }

    [HttpPost("/account"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Language(string? culture, CancellationToken cancel)
    {
        var result = await chooseLanguage.RunAsync(string.IsNullOrEmpty(culture) ? null : culture, cancel);
        if (result.Problem is { } problem) return StatusCode(ProblemResults.StatusOf(problem.Kind));
        await sessions.RefreshSignInAsync(result.Value);
        return LocalRedirect("/account?saved=true");
    }

    [HttpGet(PasswordChangeFirst.Page), AllowBeforePasswordChange]
    public IActionResult Password() => ShowPassword();

    [HttpPost(PasswordChangeFirst.Page), AllowBeforePasswordChange, ValidateAntiForgeryToken]
    public async Task<IActionResult> Password(PasswordForm form, CancellationToken cancel)
    {
        if (form.NewPassword != form.RepeatedPassword)
        {
            ModelState.AddModelError("repeatedPassword", text["The two new passwords differ."]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return ShowPassword();
        }

        var result = await changePassword.RunAsync(form.CurrentPassword ?? "", form.NewPassword ?? "", cancel);
        if (result.Problem is { } problem)
        {
            problem.AddTo(ModelState, text);
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
            return ShowPassword();
        }

        await sessions.RefreshSignInAsync(result.Value);
        return LocalRedirect("/account?saved=true");
    }

    ViewResult ShowPassword()
    {
        frame.Title = text["Change password"];
        return View(nameof(Password), new PasswordForm { IsForced = User.HasClaim(c => c.Type == CurrentUser.MustChangePasswordClaim) });
    }
}
