using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Users.Queries;

/// <param name="Granted">Names of the permissions that the role itself grants.</param>
/// <param name="People">Accounts that have the role; null for the roles that everybody has.</param>
public sealed record RoleColumn(string Name, IReadOnlySet<string> Granted, int? People);

/// <param name="Category">English message id of the heading; null = the permissions of the site as a whole.</param>
public sealed record PermissionGroup(string? Category, IReadOnlyList<Permission> Permissions);

public sealed record RoleMatrixView(IReadOnlyList<RoleColumn> Roles, IReadOnlyList<PermissionGroup> Groups);

/// <summary>What every role allows.</summary>
public sealed class RoleMatrix(PortalDb db, IEnumerable<IPermissionProvider> providers)
{
    public async Task<RoleMatrixView> RunAsync(CancellationToken cancel)
    {
        var granted = (await (from claim in db.RoleClaims where claim.ClaimType == Role.PermissionClaim select new { claim.RoleId, claim.ClaimValue }).ToListAsync(cancel)).ToLookup(c => c.RoleId, c => c.ClaimValue!, StringComparer.Ordinal);
        var people = await db.UserRoles.GroupBy(m => m.RoleId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
        var roles = await db.Roles.AsNoTracking().OrderBy(r => r.Name).ToListAsync(cancel);
        return new(
            [.. roles.Select(r => new RoleColumn(r.Name!, granted[r.Id].ToHashSet(StringComparer.Ordinal), r.Name is Role.Anonymous or Role.Authenticated ? null : people.GetValueOrDefault(r.Id)))],
            [.. from category in providers.SelectMany(p => p.Permissions).DistinctBy(p => p.Name, StringComparer.Ordinal).GroupBy(p => p.Category, StringComparer.Ordinal)
                orderby category.Key is not null
                select new PermissionGroup(category.Key, [.. category])]);
    }
}
