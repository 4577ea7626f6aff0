using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Review.Queries;

/// <param name="Any">Roles that publish texts of any organisation.</param>
/// <param name="Own">Roles that publish those of their own organisation.</param>
public sealed record ReviewRule(ContentTypeDefinition Type, int Approvals, IReadOnlyList<string> Any, IReadOnlyList<string> Own);

/// <summary>For each type: which roles publish it, and how many approvals it needs. One query.</summary>
public sealed class ReviewRulesPage(PortalDb db, ContentTypes types, ContentTypePermissions permissions, ReviewRules rules)
{
    public async Task<IReadOnlyList<ReviewRule>> RunAsync(CancellationToken cancel)
    {
        var roles = (await (from role in db.Roles
                            join claim in db.RoleClaims on role.Id equals claim.RoleId
                            where claim.ClaimType == Role.PermissionClaim
                            select new { role.Name, claim.ClaimValue }).ToListAsync(cancel))
            .GroupBy(r => r.Name!, r => r.ClaimValue!, StringComparer.Ordinal).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => (Name: r.Key, Granted: r.ToHashSet(StringComparer.Ordinal))).ToList();
        var approvals = await rules.AllAsync(types.All.Select(t => t.Name));
        return [.. from type in types.All
                   let of = permissions.Of(type.Name)
                   let any = roles.Where(r => Grants(r.Granted, of.Publish)).Select(r => r.Name).ToList()
                   select new ReviewRule(type, approvals[type.Name], any, [.. roles.Where(r => Grants(r.Granted, of.PublishOwn)).Select(r => r.Name).Except(any, StringComparer.Ordinal)])];
    }

    static bool Grants(HashSet<string> granted, Permission permission) => granted.Contains(StandardPermissions.SiteOwner.Name) || permission.GrantedBy().Any(granted.Contains);
}
