using Microsoft.AspNetCore.Identity;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Users.Letters;
using Portal.Users.Models;
using Portal.Users.Passwords;
using Portal.Users.Sessions;

namespace Portal.Users.Actions;

/// <summary>A citizen asks for an account. What happens next is told by mail only, so that nobody learns here who has one.</summary>
public sealed class RequestRegistration(UnitOfWork work, LetterRequests letters, SiteAddress site)
{
    /// <param name="culture">Culture code of the mail and of the account.</param>
    public async Task<Result<Done>> RunAsync(string email, string culture, CancellationToken cancel)
    {
        if (EmailAddress.Check("email", email) is { } wrong) return Problem.Invalid([wrong]);
        if (await site.FindAsync() is not { } origin) return SiteAddress.Unknown;
        return await work.RunAsync<Done>(() =>
        {
            letters.Tell(new(LinkPurpose.Registration, new(email.Trim(), culture), origin));
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
    }
}

/// <summary>Makes the account of a citizen who followed the link: the address is confirmed by that.</summary>
public sealed class CompleteRegistration(UnitOfWork work, MailedLinks links, NewAccounts accounts, PasswordCheck passwords, SessionStart sessions)
{
    /// <returns>The account, signed in.</returns>
    public async Task<Result<SignInOutcome>> RunAsync(string code, string password, string client, CancellationToken cancel)
    {
        if (await links.FindAsync(code, LinkPurpose.Registration, cancel) is not { } link) return MailedLinks.Spent;
        if (PasswordRules.Check("newPassword", password, link.Content.Email) is { } weak) return Problem.Invalid([weak]);

        var user = accounts.Draft($"u-{Ids.New()[..10]}", link.Content.Email, link.Content.Culture);
        user.PasswordHash = passwords.Hash(user, password);
        return await work.RunAsync<SignInOutcome>(async () =>
        {
            if (!await links.UseAsync(link, cancel)) return MailedLinks.Spent;
            if (await accounts.AddAsync(user, [], "Registered", cancel) is { } refused) return refused;
            return new SignInOutcome(user, await sessions.BeginAsync(user, SignInMethod.Password, client, cancel));
        }, cancel);
    }
}
