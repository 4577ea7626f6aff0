using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Users.Actions;
using Portal.Users.Queries;
using Portal.Users.SecondFactors;
using Portal.Users.Sessions;
using Portal.Users.ViewModels;

namespace Portal.Users.Controllers;

/// <summary>What keeps an account safe: second factor, recovery codes, sessions, and who signed in when.</summary>
[Authorize, PrivatePage]
public sealed class SecurityController(SessionCookie cookie, SecondFactorKeys keys, OwnAccount account, CurrentUser me, PageFrame frame, IStringLocalizer text) : Controller
{
    const string Page = "/account/security";

    [HttpGet(Page)]
    public async Task<IActionResult> Show(CancellationToken cancel, bool saved = false)
    {
        ViewData["Saved"] = saved;
        return Titled(nameof(Show), text["Security"], await account.SecurityAsync(cookie.SessionId, cancel));
    }

    [HttpGet(SecondFactorFirst.Page), AllowBeforeSecondFactor]
    public Task<IActionResult> SecondFactor(CancellationToken cancel) => OfferAsync(OneTimeCode.NewKey(), cancel);

    [HttpPost(SecondFactorFirst.Page), AllowBeforeSecondFactor, ValidateAntiForgeryToken]
    public async Task<IActionResult> SecondFactor(string? offer, string? code, string? currentPassword, [FromServices] AddSecondFactor add, CancellationToken cancel)
    {
        var result = await add.RunAsync(offer ?? "", code ?? "", currentPassword, cookie.Client, cancel);
        if (result.Problem is { } problem)
        {
            problem.AddTo(ModelState, text);
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
            // The same picture again: the person has scanned it already.
            return await OfferAsync(keys.Accept(me.Id!, offer ?? "") ?? OneTimeCode.NewKey(), cancel);
        }

        await cookie.WriteAsync(me.Id!, result.Value.SessionId);
        return Titled("RecoveryCodes", text["Recovery codes"], new RecoveryCodesPage(result.Value.RecoveryCodes, "/start"));
    }

    [HttpPost("/account/second-factor/remove"), ValidateAntiForgeryToken]
    public async Task<IActionResult> RemoveFactor(string? currentPassword, [FromServices] RemoveSecondFactor remove, CancellationToken cancel) =>
        await DoneAsync((await remove.RunAsync(currentPassword ?? "", cancel)).Problem, cancel);

    [HttpPost("/account/recovery-codes"), ValidateAntiForgeryToken]
    public async Task<IActionResult> RenewCodes(string? currentPassword, [FromServices] RenewRecoveryCodes renew, CancellationToken cancel)
    {
        var result = await renew.RunAsync(currentPassword ?? "", cancel);
        return result.Problem is { } problem ? await DoneAsync(problem, cancel) : Titled("RecoveryCodes", text["Recovery codes"], new RecoveryCodesPage(result.Value, Page));
    }

    /// <param name="session">Null = all others.</param>
    [HttpPost("/account/sessions/end"), ValidateAntiForgeryToken]
    public async Task<IActionResult> EndSession(string? session, [FromServices] EndSessions end, CancellationToken cancel) =>
        await DoneAsync((await end.RunAsync(string.IsNullOrEmpty(session) ? null : session, cookie.SessionId, cancel)).Problem, cancel);

    async Task<IActionResult> OfferAsync(byte[] key, CancellationToken cancel)
    {
        if (await account.GetAsync(cancel) is not { } own) return Challenge();
        var (hasApp, _) = await account.FactorsOfAsync(me.Id!, cancel);
        // The name under which the app keeps it: what the person recognises.
        var (picture, size) = QrPicture.Of(OneTimeCode.Uri(key, HttpContext.Request.Host.Host, own.IsCitizen ? own.Email : own.UserName));
        return Titled("SecondFactor", text["Authenticator app"], new SecondFactorPage(keys.Offer(me.Id!, key), OneTimeCode.Text(key), picture, size, User.HasClaim(c => c.Type == CurrentUser.MustAddSecondFactorClaim), hasApp));
    }

    async Task<IActionResult> DoneAsync(Problem? problem, CancellationToken cancel)
    {
        if (problem is null) return LocalRedirect(Page + "?saved=true");
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return Titled(nameof(Show), text["Security"], await account.SecurityAsync(cookie.SessionId, cancel));
    }

    ViewResult Titled(string view, string title, object model)
    {
        (frame.Title, frame.NoIndex) = (title, true);
        return View(view, model);
    }
}
