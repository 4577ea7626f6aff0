using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Users.Letters;
using Portal.Users.Models;
using Portal.Users.Passwords;

namespace Portal.Users.Actions;

/// <summary>Somebody forgot the password. Whether there is an account with the address is told by mail only.</summary>
public sealed class RequestPasswordReset(UnitOfWork work, LetterRequests letters, SiteAddress site)
{
    public async Task<Result<Done>> RunAsync(string email, string culture, CancellationToken cancel)
    {
        if (EmailAddress.Check("email", email) is { } wrong) return Problem.Invalid([wrong]);
        if (await site.FindAsync() is not { } origin) return SiteAddress.Unknown;
        return await work.RunAsync<Done>(() =>
        {
            letters.Tell(new(LinkPurpose.PasswordReset, new(email.Trim(), culture), origin));
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
    }
}

/// <summary>Replaces a forgotten password by way of the mailed link. All sessions end; a second factor stays and is asked for at the next sign-in.</summary>
public sealed class CompletePasswordReset(UnitOfWork work, PortalDb db, UserManager<User> users, MailedLinks links, PasswordCheck passwords, AccountMails mails, AuditTrail audit)
{
    public async Task<Result<Done>> RunAsync(string code, string password, CancellationToken cancel)
    {
        if (await links.FindAsync(code, LinkPurpose.PasswordReset, cancel) is not { Link.UserId: { } id } link) return MailedLinks.Spent;
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id && u.ClosedUtc == null, cancel) is not { } found) return MailedLinks.Spent;
        if (PasswordRules.Check("newPassword", password, found.UserName!) is { } weak) return Problem.Invalid([weak]);

        var hash = passwords.Hash(found, password);
        return await work.RunAsync<Done>(async () =>
        {
            if (!await links.UseAsync(link, cancel) || await users.FindByIdAsync(id) is not { } user) return MailedLinks.Spent;
            (user.PasswordHash, user.MustChangePassword, user.PasswordExpiresUtc, user.AccessFailedCount, user.LockoutEnd) = (hash, false, null, 0, null);
            if (Refusal.Of(await users.UpdateSecurityStampAsync(user)) is { } refused) return refused;
            await db.Sessions.Where(s => s.UserId == id).ExecuteDeleteAsync(cancel);
            audit.Record("User", "PasswordReplaced", id);
            await mails.TellOfChangeAsync(user, "The password of your account was changed.");
            work.Evict(AccountTags.Of(id), AccountTags.Accounts);
            return default(Done);
        }, cancel);
    }
}
