using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Models;
using Portal.Users.SecondFactors;

namespace Portal.Users.Sessions;

/// <summary>Says of every request with a cookie who that is now: the cookie names an account and a session, everything else is looked up. A session that was ended, an account that was closed, a role that was taken away count at the next request.</summary>
public sealed class LiveAccounts(PortalDb db, TaggedCache cache, SecondFactorRule rule, TimeProvider clock)
{
    sealed record Account(string UserName, string? DisplayName, string? Organisation, string? Culture, string? TimeZone, bool MustChangePassword, IReadOnlyList<string> Roles, IReadOnlyDictionary<string, Session> Sessions);

    sealed record Session(SignInMethod Method, DateTime SignedInUtc);

    /// <returns>Null where the session is over.</returns>
    public async ValueTask<ClaimsPrincipal?> FindAsync(string userId, string sessionId)
    {
        var account = await cache.GetAsync(("account", userId), [AccountTags.Of(userId), AccountTags.Accounts], () => ReadAsync(userId));
        if (account?.Sessions.GetValueOrDefault(sessionId) is not { } session || session.SignedInUtc + UserSession.Longest <= clock.UtcNow) return null;

        var mustAddFactor = session.Method == SignInMethod.Password && await rule.IsRequiredOfAsync(account.Roles);
        return new(new ClaimsIdentity(ClaimsOf(userId, account, mustAddFactor), IdentityConstants.ApplicationScheme));
    }

    /// <remarks>Role names, not their permissions: what a role grants may change at any time. Who has something to put right first has no role until then.</remarks>
    static List<Claim> ClaimsOf(string userId, Account account, bool mustAddFactor)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, userId), new(ClaimTypes.Name, account.UserName)];
        if (account.DisplayName is { } shown) claims.Add(new(CurrentUser.DisplayNameClaim, shown));
        if (account.Culture is { } culture) claims.Add(new(CurrentUser.CultureClaim, culture));
        if (account.TimeZone is { } zone) claims.Add(new(CurrentUser.TimeZoneClaim, zone));
        if (account.MustChangePassword) claims.Add(new(CurrentUser.MustChangePasswordClaim, "true"));
        if (mustAddFactor) claims.Add(new(CurrentUser.MustAddSecondFactorClaim, "true"));
        if (account.MustChangePassword || mustAddFactor) return claims;

        claims.AddRange(account.Roles.Select(role => new Claim(ClaimTypes.Role, role)));
        if (account.Organisation is { } organisation) claims.Add(new(CurrentUser.OrganisationClaim, organisation));
        return claims;
    }

    async Task<Account?> ReadAsync(string userId)
    {
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == userId && u.ClosedUtc == null) is not { } user) return null;
        var roles = await (from membership in db.UserRoles join role in db.Roles on membership.RoleId equals role.Id where membership.UserId == userId select role.Name!).ToListAsync();
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.UserId == userId).ToDictionaryAsync(s => s.Id, s => new Session(s.Method, s.SignedInUtc), StringComparer.Ordinal);
        return new(user.UserName!, user.DisplayName, user.OrganisationSet, user.Culture, user.TimeZone, user.MustChangePassword, roles, sessions);
    }
}
