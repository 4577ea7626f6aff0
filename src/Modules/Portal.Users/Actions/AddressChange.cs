using Microsoft.AspNetCore.Identity;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Users.Letters;
using Portal.Users.Models;
using Portal.Users.Passwords;

namespace Portal.Users.Actions;

/// <summary>A person wants to be written to at another address. It counts when it was confirmed there.</summary>
public sealed class RequestAddressChange(UnitOfWork work, OwnPassword password, LetterRequests letters, SiteAddress site, CurrentUser me, AuditTrail audit)
{
    public async Task<Result<Done>> RunAsync(string email, string currentPassword, CancellationToken cancel)
    {
        if (EmailAddress.Check("email", email) is { } wrong) return Problem.Invalid([wrong]);
        if (await password.CheckAsync(currentPassword, cancel) is { } refused) return refused;
        if (await site.FindAsync() is not { } origin) return SiteAddress.Unknown;
        return await work.RunAsync<Done>(() =>
        {
            letters.Tell(new(LinkPurpose.NewAddress, new(email.Trim(), me.Culture ?? Culture.Current.Code), origin, me.Id));
            audit.Record("User", "AddressChangeAsked", me.Id!);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
    }
}

/// <summary>Gives an account the address that was confirmed by following the link. The old address is told.</summary>
public sealed class ConfirmAddress(UnitOfWork work, UserManager<User> users, MailedLinks links, AccountMails mails, AuditTrail audit)
{
    public async Task<Result<Done>> RunAsync(string code, CancellationToken cancel)
    {
        if (await links.FindAsync(code, LinkPurpose.NewAddress, cancel) is not { Link.UserId: { } id } link) return MailedLinks.Spent;
        return await work.RunAsync<Done>(async () =>
        {
            await work.AloneAsync("names and addresses of accounts", cancel);
            if (!await links.UseAsync(link, cancel) || await users.FindByIdAsync(id) is not { ClosedUtc: null } user) return MailedLinks.Spent;
            if (await users.FindByEmailAsync(link.Content.Email) is not null) return MailedLinks.Spent;

            var old = user.Email;
            if (Refusal.Of(await users.SetEmailAsync(user, link.Content.Email)) is { } refused) return refused;
            user.EmailConfirmed = true;
            audit.Record("User", "AddressChanged", id);
            if (old is { Length: > 0 }) mails.AddressChanged(user, old);
            work.Evict(AccountTags.Of(id));
            return default(Done);
        }, cancel);
    }
}
