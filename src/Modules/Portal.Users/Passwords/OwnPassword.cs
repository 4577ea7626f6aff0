using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Users.Passwords;

/// <summary>Asks the person who is signed in for the password once more, before something that must not be done by whoever finds a computer unlocked.</summary>
public sealed class OwnPassword(UnitOfWork work, PortalDb db, UserManager<User> users, PasswordCheck passwords, CurrentUser me, AuditTrail audit)
{
    /// <summary>Field that the password is typed into.</summary>
    public const string Field = "currentPassword";

    /// <returns>What speaks against it, or null. A wrong password counts like one at the sign-in.</returns>
    public async Task<Problem?> CheckAsync(string password, CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == me.Id, cancel) is not { } found) return Refusal.SignInFirst;
        var isRight = passwords.Compare(found, password) != PasswordVerificationResult.Failed;
        var outcome = await work.RunAsync<bool>(async () =>
        {
            await work.AloneAsync($"account {found.Id}", cancel);
            if (await users.FindByIdAsync(found.Id) is not { } user || user.PasswordHash != found.PasswordHash || await users.IsLockedOutAsync(user)) return false;
            if (isRight) return true;
            await users.AccessFailedAsync(user);
            audit.Record("User", "PasswordRefused", user.Id);
            return false;
        }, cancel);
        return outcome.Problem ?? (outcome.Value ? null : Problem.Invalid(Field, "The current password is not right."));
    }
}
