using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
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

/// <summary>What people see and change of their own account.</summary>
[Authorize, PrivatePage]
public sealed class AccountController(OwnAccount account, ContentSections sections, SessionCookie cookie, AccountLimits limits, CurrentUser me, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet("/account")]
    public Task<IActionResult> Show(CancellationToken cancel, bool saved = false, bool welcome = false)
    {
        (ViewData["Saved"], ViewData["Welcome"]) = (saved, welcome);
        return ShowAsync(null, cancel);
    }

    [HttpPost("/account"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Save(PreferencesForm form, [FromServices] SavePreferences save, CancellationToken cancel)
    {
        var result = await save.RunAsync(new(NullIfEmpty(form.Culture), NullIfEmpty(form.TimeZone), form.Wanted ?? [], NullIfEmpty(form.DisplayName)), cancel);
        if (result.Problem is not { } problem) return LocalRedirect("/account?saved=true");
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return await ShowAsync(form, cancel);
    }

    /// <summary>A person leaves their organisation.</summary>
    [HttpPost("/account/leave-organisation"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Leave([FromServices] RemoveMember remove, CancellationToken cancel)
    {
        var left = await remove.RunAsync(me.Id!, cancel);
        if (left.Problem is not { } problem) return LocalRedirect("/account?saved=true");
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return await ShowAsync(null, cancel);
    }

    [HttpGet(PasswordChangeFirst.Page), AllowBeforePasswordChange, AllowBeforeSecondFactor]
    public IActionResult Password() => ShowPassword();

    [HttpPost(PasswordChangeFirst.Page), AllowBeforePasswordChange, AllowBeforeSecondFactor, ValidateAntiForgeryToken]
    public async Task<IActionResult> Password(PasswordForm form, [FromServices] ChangePassword change, CancellationToken cancel)
    {
        var problem = form.NewPassword != form.RepeatedPassword
            ? Cms.Problem.Invalid("repeatedPassword", "The two new passwords differ.")
            : (await change.RunAsync(form.CurrentPassword ?? "", form.NewPassword ?? "", cookie.SessionId, cancel)).Problem;
        return problem is null ? LocalRedirect("/account?saved=true") : Refuse(problem, ShowPassword());
    }

    [HttpGet("/account/address")]
    public IActionResult Address() => Page(nameof(Address), text["Change your address"], new AddressForm());

    [HttpPost("/account/address"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Address(AddressForm form, [FromServices] RequestAddressChange change, CancellationToken cancel)
    {
        if (!limits.MayAskForLetter()) return Refuse(AccountLimits.TooMany, Page(nameof(Address), text["Change your address"], form));
        var problem = limits.MayWriteTo(form.Email ?? "") ? (await change.RunAsync(form.Email ?? "", form.CurrentPassword ?? "", cancel)).Problem : null;
        var page = Page(nameof(Address), text["Change your address"], form with { CurrentPassword = null, IsDone = problem is null });
        return problem is null ? page : Refuse(problem, page);
    }

    [HttpGet("/account/address/confirm"), AllowAnonymous, LinkPage]
    public IActionResult ConfirmAddress(string? code) => Page(nameof(ConfirmAddress), text["Confirm your new address"], new NewPasswordForm { Code = code });

    [HttpPost("/account/address/confirm"), AllowAnonymous, LinkPage, ValidateAntiForgeryToken]
    public async Task<IActionResult> ConfirmAddress(NewPasswordForm form, [FromServices] ConfirmAddress confirm, CancellationToken cancel) =>
        (await confirm.RunAsync(form.Code ?? "", cancel)).Problem is { } problem
            ? Refuse(problem, Page(nameof(ConfirmAddress), text["Confirm your new address"], form))
            : LocalRedirect(me.IsSignedIn ? "/account?saved=true" : "/sign-in");

    [HttpGet("/account/delete")]
    public IActionResult Delete() => Page(nameof(Delete), text["Delete your account"], new PasswordForm());

    [HttpPost("/account/delete"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Delete(PasswordForm form, [FromServices] DeleteAccount delete, CancellationToken cancel)
    {
        if ((await delete.RunAsync(form.CurrentPassword ?? "", cancel)).Problem is { } problem) return Refuse(problem, Page(nameof(Delete), text["Delete your account"], new PasswordForm()));
        await cookie.TakeBackAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return LocalRedirect($"/account/deleted?{CultureRouting.QueryKey}={Culture.Current.Code}");
    }

    [HttpGet("/account/deleted"), AllowAnonymous]
    public IActionResult Deleted() => Page(nameof(Deleted), text["Your account is deleted"], new PasswordForm());

    /// <param name="typed">What was typed and could not be saved; null = what is stored.</param>
    async Task<IActionResult> ShowAsync(PreferencesForm? typed, CancellationToken cancel)
    {
        if (await account.GetAsync(cancel) is not { } own) return Challenge();
        ViewData["Sections"] = await sections.ForAsync(new("Account", me.Id!, Culture.Current, []), cancel);
        return Page(nameof(Show), text["Your account"], typed is null ? own : own with { Preferences = typed });
    }

    ViewResult ShowPassword() => Page(nameof(Password), text["Change password"], new PasswordForm { IsForced = User.HasClaim(c => c.Type == CurrentUser.MustChangePasswordClaim) });

    ViewResult Page(string view, string title, object model)
    {
        (frame.Title, frame.NoIndex) = (title, true);
        return View(view, model);
    }

    ViewResult Refuse(Problem problem, ViewResult page)
    {
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return page;
    }

    static string? NullIfEmpty(string? typed) => string.IsNullOrEmpty(typed) ? null : typed;
}
