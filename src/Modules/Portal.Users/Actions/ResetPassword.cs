using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Models;
using Portal.Users.Passwords;

namespace Portal.Users.Actions;

/// <summary>Gives an account a one-time password, which must be changed at the next sign-in. Ends the account's sessions and its rest after failed attempts.</summary>
public sealed class ResetPassword(UnitOfWork work, PortalDb db, UserManager<User> users, PasswordCheck passwords, AccountAccess access, AuditTrail audit, TimeProvider clock)
{
    /// <returns>The new password. It is nowhere else to be had.</returns>
    public async Task<Result<string>> RunAsync(string userName, CancellationToken cancel)
    {
        var password = OneTimePassword.New();
        var hash = passwords.Hash(new User { UserName = userName }, password);
        return await work.RunAsync<string>(async () =>
        {
            if (await users.FindByNameAsync(userName) is not { } user) return Refusal.NoSuchUser(userName);
            await access.DemandManageAsync([.. await users.GetRolesAsync(user)], cancel);

            (user.PasswordHash, user.MustChangePassword, user.PasswordExpiresUtc, user.AccessFailedCount, user.LockoutEnd) = (hash, true, clock.UtcNow + OneTimePassword.Lifetime, 0, null);
            if (Refusal.Of(await users.UpdateSecurityStampAsync(user)) is { } refused) return refused;
            await db.Sessions.Where(s => s.UserId == user.Id).ExecuteDeleteAsync(cancel);
            audit.Record("User", "PasswordReset", user.Id);
            work.Evict(AccountTags.Of(user.Id), AccountTags.Accounts);
            return password;
        }, cancel);
    }
}
