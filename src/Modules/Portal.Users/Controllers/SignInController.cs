using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Users.Actions;
using Portal.Users.Sessions;
using Portal.Users.ViewModels;

namespace Portal.Users.Controllers;

/// <summary>Signing in and out.</summary>
[Admin, AllowBeforePasswordChange]
public sealed class SignInController(SignIn signIn, SignOut signOut, SignInManager<User> sessions, CurrentUser me, PageFrame frame, IStringLocalizer text) : Controller
{
    const string Start = "/admin";

    [HttpGet("/sign-in")]
    public IActionResult Form(string? returnUrl) => me.IsSignedIn ? LocalRedirect(ReturnUrl.Or(returnUrl, Start)) : Show(new SignInForm { ReturnUrl = returnUrl });

    [HttpPost("/sign-in"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Enter(SignInForm form, CancellationToken cancel)
    {
        var result = await signIn.RunAsync(form.UserName ?? "", form.Password ?? "", cancel);
        if (result.Problem is { } problem)
        {
            problem.AddTo(ModelState, text);
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
            return Show(form);
        }

        await sessions.SignInAsync(result.Value, isPersistent: false);
        return LocalRedirect(result.Value.MustChangePassword ? PasswordChangeFirst.Page : ReturnUrl.Or(form.ReturnUrl, Start));
    }

    [HttpPost("/sign-out"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Leave(CancellationToken cancel)
    {
        await signOut.RunAsync(cancel);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return LocalRedirect("/sign-in");
    }

    ViewResult Show(SignInForm form)
    {
        frame.Title = text["Sign in"];
        return View(nameof(Form), form with { Password = "" });
    }
}
