using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Models;

namespace Portal.Users.Tokens;

/// <summary>A token and the claims of the user it acts as.</summary>
public sealed record KnownToken(string Id, string Hash, DateTime? ExpiresUtc, IReadOnlyList<Claim> Claims);

/// <summary>The API tokens, read in one piece and kept until an account changes: a request with a token costs no query, and made-up tokens fill no cache.</summary>
public sealed class KnownTokens(PortalDb db, TaggedCache cache)
{
    public async ValueTask<KnownToken?> FindAsync(string token)
    {
        var all = await cache.GetAsync("api-tokens", [AccountTags.Accounts, Tags.Roles], ReadAsync);
        var hash = TokenText.HashOf(token);
        return all.TryGetValue(hash, out var known) && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(known.Hash), Encoding.ASCII.GetBytes(hash)) ? known : null;
    }

    async Task<Dictionary<string, KnownToken>> ReadAsync()
    {
        var roles = (await (from membership in db.UserRoles
                            join role in db.Roles on membership.RoleId equals role.Id
                            select new { membership.UserId, role.Name }).ToListAsync())
            .ToLookup(r => r.UserId, r => r.Name!, StringComparer.Ordinal);
        var tokens = await (from token in db.Set<ApiToken>().AsNoTracking()
                            join user in db.Users on token.UserId equals user.Id
                            where user.ClosedUtc == null
                            select new { token, user.UserName, user.OrganisationSet }).ToListAsync();
        return tokens.ToDictionary(
            t => t.token.Hash,
            t => new KnownToken(t.token.Id, t.token.Hash, t.token.ExpiresUtc, ClaimsOf(t.token, t.UserName!, t.OrganisationSet, roles[t.token.UserId])),
            StringComparer.Ordinal);
    }

    /// <remarks>No culture: a program says in Accept-Language what it wants, whoever it acts as.</remarks>
    static List<Claim> ClaimsOf(ApiToken token, string userName, string? organisation, IEnumerable<string> roles)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, token.UserId),
            new(ClaimTypes.Name, userName),
            new(CurrentUser.TokenClaim, token.Id),
            .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
            .. token.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(scope => new Claim(CurrentUser.ScopeClaim, scope)),
        ];
        if (organisation is not null) claims.Add(new(CurrentUser.OrganisationClaim, organisation));
        return claims;
    }
}
