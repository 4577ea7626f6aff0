using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Letters;
using Portal.Users.Models;
using Portal.Users.Passwords;
using Portal.Users.SecondFactors;
using Portal.Users.Sessions;

namespace Portal.Users.Actions;

/// <summary>A person adds an authenticator app, or replaces the one there is, by proving to have its secret. The session they are in counts as signed in with it; others end.</summary>
public sealed class AddSecondFactor(UnitOfWork work, PortalDb db, UserManager<User> users, SecondFactorKeys keys, OwnPassword password, SecondFactorRule rule, SessionStart sessions, AccountMails mails, CurrentUser me, AuditTrail audit, TimeProvider clock)
{
    public sealed record Added(string SessionId, IReadOnlyList<string> RecoveryCodes);

    /// <param name="offer">What the page carried; see <see cref="SecondFactorKeys.Offer"/>.</param>
    /// <param name="code">What the app shows.</param>
    /// <param name="currentPassword">Asked for unless the person's roles need a factor and there is none yet: then they came right from typing it.</param>
    /// <returns>The session to go on with, and recovery codes, which are nowhere else to be had.</returns>
    public async Task<Result<Added>> RunAsync(string offer, string code, string? currentPassword, string client, CancellationToken cancel)
    {
        if (me.Id is not { } id) return Refusal.SignInFirst;
        if (!await IsFirstOfThoseWhoMustAsync(id, cancel) && await password.CheckAsync(currentPassword ?? "", cancel) is { } wrong) return wrong;
        if (keys.Accept(id, offer) is not { } key) return Problem.Conflict("The page was open for too long. Take the new picture below.");
        if (OneTimeCode.Match(key, code, clock.GetUtcNow(), after: 0) is not { } step) return Problem.Invalid("code", "This is not the code that the app shows now. Is the clock of your telephone right?");

        var codes = RecoveryCodes.New();
        var hashes = codes.Select(c => RecoveryCodes.HashOf(id, c)).ToList();
        return await work.RunAsync<Added>(async () =>
        {
            await work.AloneAsync($"account {id}", cancel);
            if (await users.FindByIdAsync(id) is not { } user) return Refusal.SignInFirst;
            await db.SecondFactors.Where(f => f.UserId == id).ExecuteDeleteAsync(cancel);
            await db.RecoveryCodes.Where(c => c.UserId == id).ExecuteDeleteAsync(cancel);
            await db.Sessions.Where(s => s.UserId == id).ExecuteDeleteAsync(cancel);
            db.Add(new SecondFactor { UserId = id, ProtectedKey = keys.Protect(key), LastStep = step, AddedUtc = clock.UtcNow });
            db.AddRange(hashes.Select(hash => new RecoveryCode { UserId = id, Hash = hash }));
            audit.Record("User", "SecondFactorAdded", id);
            await mails.TellOfChangeAsync(user, "An authenticator app was added to your account.");
            return new Added(await sessions.BeginAsync(user, SignInMethod.PasswordAndCode, client, cancel), codes);
        }, cancel);
    }

    async Task<bool> IsFirstOfThoseWhoMustAsync(string id, CancellationToken cancel) =>
        !await db.SecondFactors.AnyAsync(f => f.UserId == id, cancel)
        && await users.FindByIdAsync(id) is { } user && await rule.IsRequiredOfAsync(await users.GetRolesAsync(user)) && (await users.GetPasskeysAsync(user)).Count == 0;
}

/// <summary>A person makes new recovery codes; the old ones end.</summary>
public sealed class RenewRecoveryCodes(UnitOfWork work, PortalDb db, UserManager<User> users, OwnPassword password, AccountMails mails, CurrentUser me, AuditTrail audit)
{
    public async Task<Result<IReadOnlyList<string>>> RunAsync(string currentPassword, CancellationToken cancel)
    {
        if (await password.CheckAsync(currentPassword, cancel) is { } wrong) return wrong;
        var id = me.Id!;
        var codes = RecoveryCodes.New();
        var hashes = codes.Select(c => RecoveryCodes.HashOf(id, c)).ToList();
        return await work.RunAsync<IReadOnlyList<string>>(async () =>
        {
            if (!await db.SecondFactors.AnyAsync(f => f.UserId == id, cancel)) return Problem.Conflict("There is no authenticator app on this account.");
            await db.RecoveryCodes.Where(c => c.UserId == id).ExecuteDeleteAsync(cancel);
            db.AddRange(hashes.Select(hash => new RecoveryCode { UserId = id, Hash = hash }));
            audit.Record("User", "RecoveryCodesRenewed", id);
            if (await users.FindByIdAsync(id) is { } user) await mails.TellOfChangeAsync(user, "New recovery codes were made for your account. The old ones no longer work.");
            return Result.Of(codes);
        }, cancel);
    }
}

/// <summary>A person does without an authenticator app from now on, where their roles do not ask for one.</summary>
public sealed class RemoveSecondFactor(UnitOfWork work, PortalDb db, UserManager<User> users, OwnPassword password, SecondFactorRule rule, AccountMails mails, CurrentUser me, AuditTrail audit)
{
    public async Task<Result<Done>> RunAsync(string currentPassword, CancellationToken cancel)
    {
        if (await password.CheckAsync(currentPassword, cancel) is { } wrong) return wrong;
        return await work.RunAsync<Done>(async () =>
        {
            if (await users.FindByIdAsync(me.Id!) is not { } user) return Refusal.SignInFirst;
            if (await rule.IsRequiredOfAsync(await users.GetRolesAsync(user))) return Problem.Conflict("Your roles need a second factor. You can replace the app by another, not do without.");
            await db.SecondFactors.Where(f => f.UserId == user.Id).ExecuteDeleteAsync(cancel);
            await db.RecoveryCodes.Where(c => c.UserId == user.Id).ExecuteDeleteAsync(cancel);
            audit.Record("User", "SecondFactorRemoved", user.Id);
            await mails.TellOfChangeAsync(user, "The authenticator app was removed from your account.");
            return default(Done);
        }, cancel);
    }
}

/// <summary>An administrator takes the second factor off an account whose owner lost it: app, recovery codes and passkeys. Its sessions end.</summary>
public sealed class ResetSecondFactor(UnitOfWork work, PortalDb db, UserManager<User> users, AccountAccess access, AccountMails mails, AuditTrail audit)
{
    public Task<Result<Done>> RunAsync(string userId, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await access.FindAsync(userId, cancel) is not { } user) return Refusal.NoSuchAccount;
        await db.SecondFactors.Where(f => f.UserId == userId).ExecuteDeleteAsync(cancel);
        await db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(cancel);
        await db.Sessions.Where(s => s.UserId == userId).ExecuteDeleteAsync(cancel);
        foreach (var passkey in await users.GetPasskeysAsync(user)) await users.RemovePasskeyAsync(user, passkey.CredentialId);
        audit.Record("User", "SecondFactorReset", userId);
        await mails.TellOfChangeAsync(user, "An administrator took the second factor off your account. Add a new one when you sign in.");
        work.Evict(AccountTags.Of(userId));
        return default(Done);
    }, cancel);
}
