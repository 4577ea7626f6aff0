using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Letters;
using Portal.Users.Models;
using Portal.Users.SecondFactors;
using Portal.Users.Sessions;

namespace Portal.Users.Actions;

/// <summary>The second half of signing in: a code of the authenticator app, or a recovery code. Wrong ones count like wrong passwords.</summary>
public sealed class EnterSecondFactor(UnitOfWork work, PortalDb db, UserManager<User> users, SecondFactorKeys keys, SessionStart sessions, AccountMails mails, TimeProvider clock)
{
    static readonly Problem Refused = Problem.Invalid("code", "The code is not right, or was used already. After five attempts the account rests for fifteen minutes.");

    /// <param name="userId">Whose password was right, a moment ago.</param>
    public async Task<Result<SignInOutcome>> RunAsync(string userId, string code, string client, CancellationToken cancel)
    {
        // Before the gate: this costs a tenth of a second.
        var recoveryHash = RecoveryCodes.LooksLikeOne(code) ? RecoveryCodes.HashOf(userId, code) : null;
        var outcome = await work.RunAsync<SignInOutcome?>(async () =>
        {
            await work.AloneAsync($"account {userId}", cancel);
            if (await users.FindByIdAsync(userId) is not { ClosedUtc: null } user) return Result.Of<SignInOutcome?>(null);

            var method = recoveryHash is null ? SignInMethod.PasswordAndCode : SignInMethod.PasswordAndRecoveryCode;
            if (await users.IsLockedOutAsync(user) || !await IsRightAsync(user, code, recoveryHash, cancel))
            {
                if (!await users.IsLockedOutAsync(user)) await users.AccessFailedAsync(user);
                sessions.Refused(user.Id, method, client);
                return Result.Of<SignInOutcome?>(null);
            }

            user.AccessFailedCount = 0;
            return new SignInOutcome(user, await sessions.BeginAsync(user, method, client, cancel));
        }, cancel);
        if (outcome.Problem is { } problem) return problem;
        return outcome.Value is { } signedIn ? signedIn : Refused;
    }

    async Task<bool> IsRightAsync(User user, string code, string? recoveryHash, CancellationToken cancel)
    {
        if (recoveryHash is not null)
        {
            if (await db.RecoveryCodes.Where(c => c.UserId == user.Id && c.Hash == recoveryHash).ExecuteDeleteAsync(cancel) == 0) return false;
            await mails.TellOfChangeAsync(user, "A recovery code was used to sign in to your account. It does not work again.");
            return true;
        }

        if (await db.SecondFactors.FindAsync([user.Id], cancel) is not { } factor) return false;
        if (OneTimeCode.Match(keys.Unprotect(factor.ProtectedKey), code, clock.GetUtcNow(), factor.LastStep) is not { } step) return false;
        factor.LastStep = step;
        return true;
    }
}
