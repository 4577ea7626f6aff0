using Microsoft.AspNetCore.Identity;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Letters;
using Portal.Users.Models;
using Portal.Users.Passwords;
using Portal.Users.Sessions;

namespace Portal.Users.Actions;

/// <summary>Signs in with a passkey (WebAuthn): what the person has and, because the device asks for it, what they know or are.</summary>
public sealed class SignInWithPasskey(UnitOfWork work, SignInManager<User> platform, UserManager<User> users, SessionStart sessions)
{
    static readonly Problem Refused = new(ProblemKind.Invalid, "The passkey was not accepted. Try again, or sign in with your password.");

    /// <param name="credential">What the browser answered: the JSON of a PublicKeyCredential.</param>
    public async Task<Result<SignInOutcome>> RunAsync(string credential, string client, CancellationToken cancel)
    {
        var assertion = await AssertAsync(credential);
        if (assertion is not { Succeeded: true, User: { } found, Passkey: { } passkey }) return Refused;
        return await work.RunAsync<SignInOutcome>(async () =>
        {
            // Rest after wrong passwords does not keep its owner out: nobody guesses a passkey, and nobody can lock others out.
            if (await users.FindByIdAsync(found.Id) is not { ClosedUtc: null } user) return Refused;
            // The device's own count of uses: a copy of it would lag behind.
            if (Refusal.Of(await users.AddOrUpdatePasskeyAsync(user, passkey)) is { } conflict) return conflict;
            return new SignInOutcome(user, await sessions.BeginAsync(user, SignInMethod.Passkey, client, cancel));
        }, cancel);
    }

    async Task<PasskeyAssertionResult<User>?> AssertAsync(string credential)
    {
        try { return await platform.PerformPasskeyAssertionAsync(credential); }
        // No question is open any more, or the answer is not one.
        catch (Exception failure) when (failure is InvalidOperationException or PasskeyException) { return null; }
    }
}

/// <summary>A person adds a passkey.</summary>
public sealed class AddPasskey(UnitOfWork work, SignInManager<User> platform, UserManager<User> users, OwnPassword password, AccountMails mails, CurrentUser me, AuditTrail audit)
{
    public const int LongestName = 60;

    /// <param name="name">What the person calls it.</param>
    /// <param name="credential">What the browser answered: the JSON of a PublicKeyCredential.</param>
    public async Task<Result<Done>> RunAsync(string name, string credential, string currentPassword, CancellationToken cancel)
    {
        if (await password.CheckAsync(currentPassword, cancel) is { } wrong) return wrong;
        if (name.Trim().Length is 0 or > LongestName) return Problem.Invalid("name", "Give the passkey a name of at most {0} characters.", LongestName);
        if (await AttestAsync(credential) is not { Succeeded: true, Passkey: { } passkey, UserEntity: { } owner } || owner.Id != me.Id) return Problem.Conflict("The passkey was not accepted. Try again.");
        return await work.RunAsync<Done>(async () =>
        {
            if (await users.FindByIdAsync(me.Id!) is not { } user) return Refusal.SignInFirst;
            passkey.Name = name.Trim();
            if (Refusal.Of(await users.AddOrUpdatePasskeyAsync(user, passkey)) is { } refused) return refused;
            audit.Record("User", "PasskeyAdded", user.Id);
            await mails.TellOfChangeAsync(user, "A passkey was added to your account.");
            work.Evict(AccountTags.Of(user.Id));
            return default(Done);
        }, cancel);
    }

    async Task<PasskeyAttestationResult?> AttestAsync(string credential)
    {
        try { return await platform.PerformPasskeyAttestationAsync(credential); }
        catch (Exception failure) when (failure is InvalidOperationException or PasskeyException) { return null; }
    }
}

/// <summary>A person removes a passkey.</summary>
public sealed class RemovePasskey(UnitOfWork work, UserManager<User> users, AccountMails mails, CurrentUser me, AuditTrail audit)
{
    /// <param name="id">The credential's id, hexadecimal.</param>
    public Task<Result<Done>> RunAsync(string id, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (me.Id is null || await users.FindByIdAsync(me.Id) is not { } user) return Refusal.SignInFirst;
        if ((await users.GetPasskeysAsync(user)).FirstOrDefault(p => Convert.ToHexStringLower(p.CredentialId) == id) is not { } passkey) return Problem.NotFound("There is no such passkey.");
        if (Refusal.Of(await users.RemovePasskeyAsync(user, passkey.CredentialId)) is { } refused) return refused;
        audit.Record("User", "PasskeyRemoved", user.Id);
        await mails.TellOfChangeAsync(user, "A passkey was removed from your account.");
        work.Evict(AccountTags.Of(user.Id));
        return default(Done);
    }, cancel);
}
