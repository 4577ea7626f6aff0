using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Users.Actions;

/// <summary>Makes the roles without which nobody could set up the others. A recipe may describe them further.</summary>
public sealed class CreateBuiltInRoles(UnitOfWork work, RoleManager<Role> roles, CurrentUser me, AuditTrail audit)
{
    public Task<Result<Done>> RunAsync(CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        me.Demand(UserPermissions.ManageRoles);
        foreach (var name in (string[])[Role.Administrator, Role.Authenticated, Role.Anonymous])
        {
            if (await roles.RoleExistsAsync(name)) continue;
            var role = new Role { Name = name };
            if (Refusal.Of(await roles.CreateAsync(role)) is { } refused) return refused;
            if (name == Role.Administrator) await roles.AddClaimAsync(role, new Claim(Role.PermissionClaim, StandardPermissions.SiteOwner.Name));
            audit.Record("Role", "Created", role.Id, new() { ["name"] = name });
        }

        work.Evict(Tags.Roles);
        return default(Done);
    }, cancel);
}
