using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Models;
using Portal.Users.Passwords;

namespace Portal.Users.Actions;

/// <summary>A person replaces the own password. Sessions elsewhere end.</summary>
public sealed class ChangePassword(UnitOfWork work, PortalDb db, UserManager<User> users, PasswordCheck passwords, CurrentUser me, AuditTrail audit)
{
    public async Task<Result<User>> RunAsync(string current, string replacement, CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == me.Id, cancel) is not { } found) return Problem.Forbidden("Sign in first.");
        if (PasswordRules.Check("newPassword", replacement, found.UserName!) is { } weak) return Problem.Invalid([weak]);
        if (current == replacement) return Problem.Invalid("newPassword", "This is the password you have already.");

        var isRight = passwords.Compare(found, current) != PasswordVerificationResult.Failed;
        var hash = isRight ? passwords.Hash(found, replacement) : null;
        var outcome = await work.RunAsync<bool>(async () =>
        {
            await work.AloneAsync($"account {found.Id}", cancel);
            if (await users.FindByIdAsync(found.Id) is not { } user || user.PasswordHash != found.PasswordHash || await users.IsLockedOutAsync(user)) return false;
            if (hash is null)
            {
                // Somebody else at an unlocked computer must not be able to try all day.
                await users.AccessFailedAsync(user);
                audit.Record("User", "PasswordChangeRefused", user.Id);
                return false;
            }

            (user.PasswordHash, user.MustChangePassword, user.AccessFailedCount) = (hash, false, 0);
            await users.UpdateSecurityStampAsync(user);
            audit.Record("User", "PasswordChanged", user.Id);
            work.Evict(AccountTags.Accounts);
            return true;
        }, cancel);
        if (outcome.Problem is { } problem) return problem;
        if (!outcome.Value) return Problem.Invalid("currentPassword", "The current password is not right.");
        return await db.Users.AsNoTracking().FirstAsync(u => u.Id == found.Id, cancel);
    }
}
