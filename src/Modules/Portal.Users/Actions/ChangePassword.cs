using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Letters;
using Portal.Users.Models;
using Portal.Users.Passwords;

namespace Portal.Users.Actions;

/// <summary>A person replaces the own password. Sessions elsewhere end.</summary>
public sealed class ChangePassword(UnitOfWork work, PortalDb db, UserManager<User> users, PasswordCheck passwords, OwnPassword own, AccountMails mails, CurrentUser me, AuditTrail audit)
{
    /// <param name="sessionId">The session that stays.</param>
    public async Task<Result<Done>> RunAsync(string current, string replacement, string? sessionId, CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == me.Id, cancel) is not { } found) return Refusal.SignInFirst;
        if (PasswordRules.Check("newPassword", replacement, found.UserName!) is { } weak) return Problem.Invalid([weak]);
        if (current == replacement) return Problem.Invalid("newPassword", "This is the password you have already.");
        if (await own.CheckAsync(current, cancel) is { } refused) return refused;

        var hash = passwords.Hash(found, replacement);
        return await work.RunAsync<Done>(async () =>
        {
            await work.AloneAsync($"account {found.Id}", cancel);
            if (await users.FindByIdAsync(found.Id) is not { } user || user.PasswordHash != found.PasswordHash) return Refusal.SignInFirst;
            (user.PasswordHash, user.MustChangePassword, user.PasswordExpiresUtc, user.AccessFailedCount) = (hash, false, null, 0);
            if (Refusal.Of(await users.UpdateSecurityStampAsync(user)) is { } conflict) return conflict;
            await db.Sessions.Where(s => s.UserId == user.Id && s.Id != sessionId).ExecuteDeleteAsync(cancel);
            audit.Record("User", "PasswordChanged", user.Id);
            await mails.TellOfChangeAsync(user, "The password of your account was changed.");
            work.Evict(AccountTags.Of(user.Id), AccountTags.Accounts);
            return default(Done);
        }, cancel);
    }
}
