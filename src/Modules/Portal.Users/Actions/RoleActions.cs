using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Users.Actions;

/// <summary>Says what a role allows, or makes a new one. What is security-critical only a site owner gives or takes.</summary>
public sealed class SaveRole(UnitOfWork work, RoleManager<Role> roles, IEnumerable<IPermissionProvider> providers, CurrentUser me, AuditTrail audit)
{
    /// <param name="granted">Names of all permissions that the role grants from now on.</param>
    public Task<Result<Done>> RunAsync(string name, IReadOnlyList<string> granted, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        me.Demand(UserPermissions.ManageRoles);
        if (name.Length is 0 or > 64 || !name.All(char.IsAsciiLetterOrDigit)) return Problem.Invalid("name", "A role's name consists of letters a to z and digits; 64 characters at most.");
        var known = providers.SelectMany(p => p.Permissions).ToDictionary(p => p.Name, StringComparer.Ordinal);
        if (granted.FirstOrDefault(g => !known.ContainsKey(g)) is { } unknown) return Problem.Invalid("permissions", "There is no permission {0}.", unknown);

        var role = await roles.FindByNameAsync(name);
        if (role is null)
        {
            role = new Role { Name = name };
            if (Refusal.Of(await roles.CreateAsync(role)) is { } refused) return refused;
        }

        var before = (await roles.GetClaimsAsync(role)).Where(c => c.Type == Role.PermissionClaim).ToList();
        // Of features that are switched off now the role keeps what it had.
        var removed = before.Where(c => known.ContainsKey(c.Value) && !granted.Contains(c.Value, StringComparer.Ordinal)).ToList();
        var added = granted.Except(before.Select(c => c.Value), StringComparer.Ordinal).ToList();
        if (removed.Select(c => c.Value).Concat(added).Any(p => known[p].IsSecurityCritical) && !me.May(StandardPermissions.SiteOwner)) return Problem.Forbidden("Only an administrator may give or take this permission.");
        if (name == Role.Administrator && removed.Exists(c => c.Value == StandardPermissions.SiteOwner.Name)) return Refusal.LastAdministrator;
        if (name is Role.Anonymous or Role.Authenticated && added.Exists(p => known[p].IsSecurityCritical)) return Problem.Conflict("Not everybody can have this permission.");

        foreach (var claim in removed) await roles.RemoveClaimAsync(role, claim);
        foreach (var permission in added) await roles.AddClaimAsync(role, new Claim(Role.PermissionClaim, permission));
        audit.Record("Role", "Saved", role.Id, new() { ["name"] = name, ["added"] = new JsonArray([.. added.Select(p => (JsonNode)p)]), ["removed"] = new JsonArray([.. removed.Select(c => (JsonNode)c.Value)]) });
        work.Evict(Tags.Roles);
        return default(Done);
    }, cancel);
}

/// <summary>Deletes a role that nobody has. The portal's own stay.</summary>
public sealed class DeleteRole(UnitOfWork work, PortalDb db, RoleManager<Role> roles, CurrentUser me, AuditTrail audit)
{
    public Task<Result<Done>> RunAsync(string name, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        me.Demand(UserPermissions.ManageRoles);
        if (await roles.FindByNameAsync(name) is not { } role) return Problem.NotFound("There is no such role.");
        if (name is Role.Administrator or Role.Anonymous or Role.Authenticated) return Problem.Conflict("The portal itself needs this role.");
        if (await db.UserRoles.AnyAsync(m => m.RoleId == role.Id, cancel)) return Problem.Conflict("There are accounts with this role. Give them others first.");

        if (Refusal.Of(await roles.DeleteAsync(role)) is { } refused) return refused;
        audit.Record("Role", "Deleted", role.Id, new() { ["name"] = name });
        work.Evict(Tags.Roles);
        return default(Done);
    }, cancel);
}
