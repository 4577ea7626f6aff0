using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Users.Actions;
using Portal.Users.Letters;
using Portal.Users.Models;
using Portal.Users.Sessions;
using Portal.Users.ViewModels;

namespace Portal.Users.Controllers;

/// <summary>What begins with an e-mail address: registering, a forgotten password, accepting an invitation. Answers are the same whether or not there is an account.</summary>
[LinkPage, AllowBeforePasswordChange, AllowBeforeSecondFactor]
public sealed class RegistrationController(MailedLinks links, SessionCookie cookie, AccountLimits limits, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet("/register")]
    public ViewResult Register() => Show("Register", text["Create an account"], new EmailForm());

    [HttpPost("/register"), ValidateAntiForgeryToken]
    public Task<IActionResult> Register(EmailForm form, [FromServices] RequestRegistration request, CancellationToken cancel) =>
        AskAsync("Register", text["Create an account"], form, email => request.RunAsync(email, Culture.Current.Code, cancel));

    [HttpGet("/password/forgotten")]
    public ViewResult Forgotten() => Show("Forgotten", text["Forgotten password"], new EmailForm());

    [HttpPost("/password/forgotten"), ValidateAntiForgeryToken]
    public Task<IActionResult> Forgotten(EmailForm form, [FromServices] RequestPasswordReset request, CancellationToken cancel) =>
        AskAsync("Forgotten", text["Forgotten password"], form, email => request.RunAsync(email, Culture.Current.Code, cancel));

    [HttpGet("/register/password")]
    public Task<IActionResult> Password(string? code, CancellationToken cancel) => OpenAsync(code, LinkPurpose.Registration, "Password", text["Choose a password"], cancel);

    [HttpPost("/register/password"), ValidateAntiForgeryToken]
    public Task<IActionResult> Password(NewPasswordForm form, [FromServices] CompleteRegistration complete, CancellationToken cancel) =>
        ChooseAsync(form, LinkPurpose.Registration, "Password", text["Choose a password"], async () =>
        {
            var result = await complete.RunAsync(form.Code ?? "", form.NewPassword ?? "", cookie.Client, cancel);
            return result.Problem ?? await EnterAsync(result.Value);
        }, "/account?welcome=true", cancel);

    [HttpGet("/password/new")]
    public Task<IActionResult> New(string? code, CancellationToken cancel) => OpenAsync(code, LinkPurpose.PasswordReset, "New", text["Choose a new password"], cancel);

    [HttpPost("/password/new"), ValidateAntiForgeryToken]
    public Task<IActionResult> New(NewPasswordForm form, [FromServices] CompletePasswordReset complete, CancellationToken cancel) =>
        ChooseAsync(form, LinkPurpose.PasswordReset, "New", text["Choose a new password"], async () => (await complete.RunAsync(form.Code ?? "", form.NewPassword ?? "", cancel)).Problem, "/sign-in", cancel);

    [HttpGet("/invitation")]
    public Task<IActionResult> Invitation(string? code, CancellationToken cancel) => OpenAsync(code, LinkPurpose.Invitation, "Invitation", text["You are invited"], cancel);

    [HttpPost("/invitation"), ValidateAntiForgeryToken]
    public Task<IActionResult> Invitation(NewPasswordForm form, [FromServices] AcceptInvitation accept, CancellationToken cancel) =>
        ChooseAsync(form, LinkPurpose.Invitation, "Invitation", text["You are invited"], async () =>
        {
            var result = await accept.RunAsync(form.Code ?? "", form.UserName ?? "", form.NewPassword ?? "", cookie.Client, cancel);
            return result.Problem ?? await EnterAsync(result.Value);
        }, "/start", cancel);

    async Task<IActionResult> AskAsync(string view, string title, EmailForm form, Func<string, Task<Result<Done>>> ask)
    {
        var email = form.Email ?? "";
        if (EmailAddress.Check("email", email) is { } wrong) return Refuse(Cms.Problem.Invalid([wrong]), StatusCodes.Status400BadRequest, Show(view, title, form));
        if (!limits.MayAskForLetter()) return Refuse(AccountLimits.TooMany, StatusCodes.Status429TooManyRequests, Show(view, title, form));
        // Whose letter box is full enough gets no more, and whoever asks sees the same page.
        if (limits.MayWriteTo(email) && (await ask(email)).Problem is { } problem) return Refuse(problem, ProblemResults.StatusOf(problem.Kind), Show(view, title, form));
        return Show(view, title, form with { IsDone = true });
    }

    async Task<IActionResult> OpenAsync(string? code, LinkPurpose purpose, string view, string title, CancellationToken cancel)
    {
        if (await links.FindAsync(code, purpose, cancel) is not { } link) return Spent();
        return Show(view, title, new NewPasswordForm { Code = code, Email = link.Content.Email, Role = link.Content.Role, UserName = SuggestedName(link.Content.Email) });
    }

    async Task<IActionResult> ChooseAsync(NewPasswordForm form, LinkPurpose purpose, string view, string title, Func<Task<Problem?>> choose, string next, CancellationToken cancel)
    {
        if (await links.FindAsync(form.Code, purpose, cancel) is not { } link) return Spent();
        var problem = form.NewPassword != form.RepeatedPassword ? Cms.Problem.Invalid("repeatedPassword", "The two new passwords differ.") : await choose();
        if (problem is null) return LocalRedirect(next);
        if (problem == MailedLinks.Spent) return Spent();
        return Refuse(problem, ProblemResults.StatusOf(problem.Kind), Show(view, title, form with { NewPassword = null, RepeatedPassword = null, Email = link.Content.Email, Role = link.Content.Role }));
    }

    async Task<Problem?> EnterAsync(SignInOutcome outcome)
    {
        await cookie.WriteAsync(outcome.User.Id, outcome.SessionId!);
        return null;
    }

    ViewResult Spent()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Show("Spent", text["The link does not work"], new EmailForm());
    }

    ViewResult Show(string view, string title, object model)
    {
        frame.Title = title;
        return View(view, model);
    }

    ViewResult Refuse(Problem problem, int status, ViewResult page)
    {
        problem.AddTo(ModelState, text);
        Response.StatusCode = status;
        return page;
    }

    /// <summary>What stands before the @, as far as a user name may have it.</summary>
    static string SuggestedName(string email) => string.Concat(email.TakeWhile(c => c != '@').Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'));
}
