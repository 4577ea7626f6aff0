using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Passwords;

namespace Portal.Users.Actions;

/// <summary>Checks a name and a password. Neither the answer nor the time it takes tells whether the name exists or the account rests.</summary>
public sealed class SignIn(UnitOfWork work, PortalDb db, UserManager<User> users, PasswordCheck passwords, AuditTrail audit)
{
    static readonly Problem Refused = new(ProblemKind.Invalid, "The name or the password is not right. After five attempts the account rests for fifteen minutes.");

    /// <returns>The account to write a session for.</returns>
    public async Task<Result<User>> RunAsync(string userName, string password, CancellationToken cancel)
    {
        var name = users.NormalizeName(userName.Trim());
        var found = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.NormalizedUserName == name, cancel);
        var match = passwords.Compare(found, password);
        var newHash = match == PasswordVerificationResult.SuccessRehashNeeded ? passwords.Hash(found!, password) : null;

        // A refusal is counted and recorded, so it is a committed outcome here, not a problem that undoes itself.
        var outcome = await work.RunAsync<bool>(async () =>
        {
            // Attempts at the same moment are counted one after the other: all of them count.
            if (found is not null) await work.AloneAsync($"account {found.Id}", cancel);
            var user = found is null ? null : await users.FindByIdAsync(found.Id);
            if (user is null || match == PasswordVerificationResult.Failed || user.PasswordHash != found!.PasswordHash || await users.IsLockedOutAsync(user))
            {
                if (user is not null && !await users.IsLockedOutAsync(user)) await users.AccessFailedAsync(user);
                // Not the name that was typed: it may be a password in the wrong field.
                audit.Record("User", "SignInRefused", user?.Id ?? "");
                return false;
            }

            if (newHash is not null) user.PasswordHash = newHash;
            user.AccessFailedCount = 0;
            audit.Record("User", "SignedIn", user.Id);
            return true;
        }, cancel);
        if (outcome.Problem is { } problem) return problem;
        return outcome.Value ? found! : Refused;
    }
}
