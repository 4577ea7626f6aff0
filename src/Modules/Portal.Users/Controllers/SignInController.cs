using Microsoft.AspNetCore.Http;
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

/// <summary>Signing in and out.</summary>
[Admin, AllowBeforePasswordChange, AllowBeforeSecondFactor]
public sealed class SignInController(SignIn signIn, OwnAccount accounts, SessionCookie cookie, PendingSignIn pending, AccountLimits limits, CurrentUser me, PageFrame frame, IStringLocalizer text) : Controller
{
    const string CodePage = "/sign-in/code";

    [HttpGet("/sign-in")]
    public IActionResult Form(string? returnUrl) => me.IsSignedIn ? LocalRedirect(ReturnUrl.Or(returnUrl, Start)) : Show(new SignInForm { ReturnUrl = returnUrl });

    [HttpPost("/sign-in"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Enter(SignInForm form, CancellationToken cancel)
    {
        if (!limits.MayTryPasswords) return Refuse(AccountLimits.TooMany, StatusCodes.Status429TooManyRequests, () => Show(form));

        var result = await signIn.RunAsync(form.UserName ?? "", form.Password ?? "", cookie.Client, cancel);
        if (result.Problem is { } problem)
        {
            limits.NoteWrongPassword();
            return Refuse(problem, ProblemResults.StatusOf(problem.Kind), () => Show(form));
        }

        if (result.Value.SessionId is { } session) return await GoOnAsync(result.Value.User, session, form.ReturnUrl, cancel);
        await pending.KeepAsync(result.Value.User.Id);
        return LocalRedirect(CodePage + QueryString.Create(Query(form.ReturnUrl)));
    }

    [HttpGet(CodePage)]
    public async Task<IActionResult> Code(string? returnUrl, CancellationToken cancel) =>
        await pending.FindAsync() is { } user ? await ShowCodeAsync(user, returnUrl, cancel) : LocalRedirect("/sign-in");

    [HttpPost(CodePage), ValidateAntiForgeryToken]
    public async Task<IActionResult> EnterCode(CodeForm form, [FromServices] EnterSecondFactor enter, CancellationToken cancel)
    {
        if (await pending.FindAsync() is not { } user) return LocalRedirect("/sign-in");
        if (!limits.MayTryPasswords) return await RefuseCodeAsync(AccountLimits.TooMany, StatusCodes.Status429TooManyRequests);

        var result = await enter.RunAsync(user, form.Code ?? "", cookie.Client, cancel);
        if (result.Problem is { } problem)
        {
            limits.NoteWrongPassword();
            return await RefuseCodeAsync(problem, ProblemResults.StatusOf(problem.Kind));
        }

        await pending.ForgetAsync();
        return await GoOnAsync(result.Value.User, result.Value.SessionId!, form.ReturnUrl, cancel);

        async Task<IActionResult> RefuseCodeAsync(Problem problem, int status)
        {
            var page = await ShowCodeAsync(user, form.ReturnUrl, cancel);
            return Refuse(problem, status, () => page);
        }
    }

    [HttpPost("/sign-out"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Leave([FromServices] SignOut signOut, CancellationToken cancel)
    {
        await signOut.RunAsync(cookie.SessionId, cancel);
        await cookie.TakeBackAsync();
        // What the browser kept of pages that only this person may see.
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return LocalRedirect("/sign-in");
    }

    string Start => me.May(StandardPermissions.AccessAdminPanel) ? "/admin" : "/account";

    async Task<IActionResult> GoOnAsync(User user, string session, string? returnUrl, CancellationToken cancel)
    {
        await cookie.WriteAsync(user.Id, session);
        if (user.MustChangePassword) return LocalRedirect(PasswordChangeFirst.Page);
        return LocalRedirect(ReturnUrl.Or(returnUrl, await accounts.HasRolesAsync(user.Id, cancel) ? "/admin" : "/account"));
    }

    /// <summary>The first page after signing in: work for those who have some, the account for all others.</summary>
    [HttpGet("/start")]
    public IActionResult First() => LocalRedirect(me.IsSignedIn ? Start : "/sign-in");

    async Task<ViewResult> ShowCodeAsync(string user, string? returnUrl, CancellationToken cancel)
    {
        frame.Title = text["Sign in"];
        var (hasApp, hasPasskey) = await accounts.FactorsOfAsync(user, cancel);
        return View("Code", new CodeForm { ReturnUrl = returnUrl, HasApp = hasApp, HasPasskey = hasPasskey });
    }

    ViewResult Show(SignInForm form)
    {
        frame.Title = text["Sign in"];
        return View(nameof(Form), form with { Password = null });
    }

    IActionResult Refuse(Problem problem, int status, Func<IActionResult> page)
    {
        problem.AddTo(ModelState, text);
        Response.StatusCode = status;
        return page();
    }

    static IEnumerable<KeyValuePair<string, string?>> Query(string? returnUrl) => ReturnUrl.IsSafe(returnUrl) ? [new("returnUrl", returnUrl)] : [];
}
