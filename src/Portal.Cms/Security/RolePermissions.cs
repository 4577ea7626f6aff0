using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;

namespace Portal.Cms.Security;

/// <summary>Which permissions roles grant, read once and kept until a role changes.</summary>
public sealed class RolePermissions(PortalDb db, TaggedCache cache)
{
    /// <returns>Names of the permissions that the principal's roles grant, those of Anonymous and Authenticated included.</returns>
    public async ValueTask<IReadOnlySet<string>> OfAsync(ClaimsPrincipal principal)
    {
        if (principal.Identity?.IsAuthenticated != true) return await cache.GetAsync("anonymous-permissions", [Tags.Roles], async () => Granted(await ByRoleAsync(), [Role.Anonymous]));
        return Granted(await ByRoleAsync(), [.. principal.FindAll(ClaimTypes.Role).Select(c => c.Value), Role.Anonymous, Role.Authenticated]);
    }

    static HashSet<string> Granted(ILookup<string, string> byRole, string[] roles) => roles.SelectMany(role => byRole[role]).ToHashSet(StringComparer.Ordinal);

    ValueTask<ILookup<string, string>> ByRoleAsync() => cache.GetAsync("role-permissions", [Tags.Roles], ReadAsync);

    async Task<ILookup<string, string>> ReadAsync() =>
        (await (from role in db.Roles
                join claim in db.RoleClaims on role.Id equals claim.RoleId
                where claim.ClaimType == Role.PermissionClaim
                select new { role.Name, claim.ClaimValue }).ToListAsync())
        .ToLookup(r => r.Name!, r => r.ClaimValue!, StringComparer.Ordinal);
}
