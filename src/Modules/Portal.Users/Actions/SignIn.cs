using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Models;
using Portal.Users.Passwords;
using Portal.Users.SecondFactors;
using Portal.Users.Sessions;

namespace Portal.Users.Actions;

/// <summary>How far somebody came with signing in.</summary>
/// <param name="SessionId">The session that began; null = the second factor is still to come.</param>
public sealed record SignInOutcome(User User, string? SessionId);

/// <summary>Checks a name, or an address, and a password. Neither the answer nor the time it takes tells whether the account exists, rests or is closed, or a password that was given out has expired.</summary>
public sealed class SignIn(UnitOfWork work, PortalDb db, UserManager<User> users, PasswordCheck passwords, SecondFactorRule rule, SessionStart sessions, AuditTrail audit, TimeProvider clock)
{
    static readonly Problem Refused = new(ProblemKind.Invalid, "The name or the password is not right. After five attempts the account rests for fifteen minutes.");

    /// <param name="userName">User name or e-mail address.</param>
    /// <param name="client">What the browser is; see <see cref="ClientKind"/>.</param>
    public async Task<Result<SignInOutcome>> RunAsync(string userName, string password, string client, CancellationToken cancel)
    {
        var found = await FindAsync(userName.Trim(), cancel);
        var match = passwords.Compare(found, password);
        var newHash = match == PasswordVerificationResult.SuccessRehashNeeded ? passwords.Hash(found!, password) : null;

        // A refusal is counted and recorded, so it is a committed outcome here, not a problem that undoes itself.
        var outcome = await work.RunAsync<SignInOutcome?>(async () =>
        {
            // Attempts at the same moment are counted one after the other: all of them count.
            if (found is not null) await work.AloneAsync($"account {found.Id}", cancel);
            var user = found is null ? null : await users.FindByIdAsync(found.Id);
            if (user is null || match == PasswordVerificationResult.Failed || user.PasswordHash != found!.PasswordHash || user.ClosedUtc is not null || user.PasswordExpiresUtc <= clock.UtcNow || await users.IsLockedOutAsync(user))
            {
                if (user is not null && !await users.IsLockedOutAsync(user)) await users.AccessFailedAsync(user);
                // Not the name that was typed: it may be a password in the wrong field.
                if (user is null) audit.Record("User", "SignInRefused", "");
                else sessions.Refused(user.Id, SignInMethod.Password, client);
                return Result.Of<SignInOutcome?>(null);
            }

            if (newHash is not null) user.PasswordHash = newHash;
            // Wrong codes go on counting: only a whole sign-in ends the count.
            if (await NeedsSecondFactorAsync(user, cancel)) return new SignInOutcome(user, null);
            user.AccessFailedCount = 0;
            return new SignInOutcome(user, await sessions.BeginAsync(user, SignInMethod.Password, client, cancel));
        }, cancel);
        if (outcome.Problem is { } problem) return problem;
        return outcome.Value is { } signedIn ? signedIn : Refused;
    }

    /// <summary>By name first: a name may look like an address.</summary>
    async Task<User?> FindAsync(string typed, CancellationToken cancel)
    {
        var (name, address) = (users.NormalizeName(typed), users.NormalizeEmail(typed));
        var found = await db.Users.AsNoTracking().Where(u => u.NormalizedUserName == name || u.NormalizedEmail == address).ToListAsync(cancel);
        return found.Find(u => u.NormalizedUserName == name) ?? found.FirstOrDefault();
    }

    /// <summary>Who has a passkey and must have a second factor uses the passkey: with the password alone, somebody else could add another factor.</summary>
    async Task<bool> NeedsSecondFactorAsync(User user, CancellationToken cancel) =>
        await db.SecondFactors.AnyAsync(f => f.UserId == user.Id, cancel)
        || (await rule.IsRequiredOfAsync(await users.GetRolesAsync(user)) && (await users.GetPasskeysAsync(user)).Count > 0);
}
