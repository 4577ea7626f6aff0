using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Users.Models;
using Portal.Users.SecondFactors;
using Portal.Users.ViewModels;

namespace Portal.Users.Queries;

/// <summary>The account of the person who asks.</summary>
public sealed class OwnAccount(PortalDb db, UserManager<User> users, NotificationChoices notifications, SecondFactorRule rule, AccountAccess access, ContentNames names, CurrentUser me)
{
    /// <summary>Attempts that the person is shown at most.</summary>
    const int Attempts = 30;

    public async Task<AccountPage?> GetAsync(CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == me.Id, cancel) is not { } user) return null;
        var roles = await access.RolesOf(user.Id).ToListAsync(cancel);
        var wanted = await notifications.WantedByAsync(user.Id, cancel);
        var organisation = user.OrganisationSet is { } set ? (await names.InAsync(Culture.Current, [set], cancel)).GetValueOrDefault(set)?.Name : null;
        return new(user.UserName!, user.Email ?? "", roles.Count == 0, roles, organisation, user.OrganisationSet, new() { DisplayName = user.DisplayName, Culture = user.Culture, TimeZone = user.TimeZone, Wanted = [.. wanted] }, notifications.KindsFor(me));
    }

    public async Task<SecurityPage> SecurityAsync(string? sessionId, CancellationToken cancel)
    {
        var user = await db.Users.AsNoTracking().FirstAsync(u => u.Id == me.Id, cancel);
        var factor = await db.SecondFactors.AsNoTracking().FirstOrDefaultAsync(f => f.UserId == user.Id, cancel);
        return new(
            await rule.IsRequiredOfAsync(await access.RolesOf(user.Id).ToListAsync(cancel)),
            factor?.AddedUtc,
            await db.RecoveryCodes.CountAsync(c => c.UserId == user.Id, cancel),
            [.. (await users.GetPasskeysAsync(user)).Select(p => new PasskeyRow(Convert.ToHexStringLower(p.CredentialId), p.Name ?? "", p.CreatedAt.UtcDateTime))],
            await db.Sessions.AsNoTracking().Where(s => s.UserId == user.Id).OrderByDescending(s => s.LastSeenUtc).ToListAsync(cancel),
            sessionId,
            await db.SignInAttempts.AsNoTracking().Where(a => a.UserId == user.Id).OrderByDescending(a => a.AtUtc).Take(Attempts).ToListAsync(cancel));
    }

    public async Task<IReadOnlyList<TokenRow>> TokensAsync(CancellationToken cancel) =>
        [.. (await db.Set<ApiToken>().AsNoTracking().Where(t => t.UserId == me.Id).OrderByDescending(t => t.CreatedUtc).ToListAsync(cancel))
            .Select(t => new TokenRow(t.Id, t.Name, t.Scopes.Split(' '), t.CreatedUtc, t.ExpiresUtc, t.LastUsedUtc))];

    public Task<bool> HasRolesAsync(string userId, CancellationToken cancel) => db.UserRoles.AnyAsync(r => r.UserId == userId, cancel);

    /// <summary>Whether a passkey can take the place of a code.</summary>
    public async Task<(bool HasApp, bool HasPasskey)> FactorsOfAsync(string userId, CancellationToken cancel) =>
        await db.Users.FirstOrDefaultAsync(u => u.Id == userId, cancel) is { } user
            ? (await db.SecondFactors.AnyAsync(f => f.UserId == userId, cancel), (await users.GetPasskeysAsync(user)).Count > 0) : (false, false);
}
