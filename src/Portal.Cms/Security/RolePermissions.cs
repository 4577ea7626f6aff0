using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;

namespace Portal.Cms.Security;

/// <summary>Which permissions roles grant, read once and kept until a role changes.</summary>
public sealed class RolePermissions(PortalDb db, TaggedCache cache)
{
    /// <returns>Names of the permissions that the principal's roles grant, those of Anonymous and Authenticated included.</returns>
    public async ValueTask<IReadOnlyCollection<string>> OfAsync(ClaimsPrincipal principal)
    {
        var byRole = await cache.GetAsync("role-permissions", [Tags.Roles], ReadAsync);
        string[] implicitRoles = principal.Identity?.IsAuthenticated == true ? [Role.Anonymous, Role.Authenticated] : [Role.Anonymous];
        return [.. principal.FindAll(ClaimTypes.Role).Select(c => c.Value).Concat(implicitRoles).SelectMany(role => byRole[role])];
    }

    async Task<ILookup<string, string>> ReadAsync() =>
        (await (from role in db.Roles
                join claim in db.RoleClaims on role.Id equals claim.RoleId
                where claim.ClaimType == Role.PermissionClaim
                select new { role.Name, claim.ClaimValue }).ToListAsync())
        .ToLookup(r => r.Name!, r => r.ClaimValue!, StringComparer.Ordinal);
}
