using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Recipes.Reading;
using Outcome = Portal.Cms.Content.Actions.ImportContentItem.Outcome;

namespace Portal.Recipes.Steps;

/// <summary><c>Roles</c>: roles with their permissions. A role that is there gets the permissions replaced, added or removed, as it says.</summary>
public sealed class RolesStep(PortalDb db, UnitOfWork work, IEnumerable<IPermissionProvider> providers) : IRecipeStep
{
    enum Behavior { Replace, Add, Remove }

    sealed record Entry(string? Name, string? Description, IReadOnlyList<string>? Permissions, Behavior PermissionBehavior);
    sealed record Payload(IReadOnlyList<Entry>? Roles);

    public string Name => "Roles";

    public async Task<Problem?> RunAsync(RecipeStepContext context, CancellationToken cancel)
    {
        var known = providers.SelectMany(p => p.Permissions).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (entry, index) in (context.Step.Deserialize<Payload>(RecipeJson.Binding)!.Roles ?? []).Select((entry, index) => (entry, index)))
        {
            var path = $"{context.Path}.Roles[{index}]";
            if (string.IsNullOrWhiteSpace(entry.Name)) return Problem.Invalid(path, "A role needs a name.");

            context.Report.Count(await SaveAsync(entry, entry.Name.Trim(), cancel));
            // Recipes from elsewhere name permissions of modules that may come later: stored as they are.
            foreach (var name in (entry.Permissions ?? []).Where(p => !known.Contains(p))) context.Report.Note(path, "No enabled module knows the permission {0}; it was stored all the same.", name);
        }

        work.Evict(Tags.Roles);
        return null;
    }

    async Task<Outcome> SaveAsync(Entry entry, string name, CancellationToken cancel)
    {
        var normalized = name.ToUpperInvariant();
        var outcome = Outcome.Unchanged;
        if (await db.Roles.SingleOrDefaultAsync(r => r.NormalizedName == normalized, cancel) is not { } role)
        {
            db.Roles.Add(role = new() { Id = Ids.New(), Name = name, NormalizedName = normalized, Description = entry.Description });
            outcome = Outcome.Created;
        }
        else if (entry.Description is { Length: > 0 } description && description != role.Description)
        {
            role.Description = description;
            outcome = Outcome.Updated;
        }

        var claims = await db.RoleClaims.Where(c => c.RoleId == role.Id && c.ClaimType == Role.PermissionClaim).ToListAsync(cancel);
        var current = claims.Select(c => c.ClaimValue!).ToHashSet(StringComparer.Ordinal);
        var named = (entry.Permissions ?? []).ToHashSet(StringComparer.Ordinal);
        var wanted = entry.PermissionBehavior switch
        {
            Behavior.Add => current.Union(named, StringComparer.Ordinal),
            Behavior.Remove => current.Except(named, StringComparer.Ordinal),
            _ => named,
        };
        var next = wanted.ToHashSet(StringComparer.Ordinal);
        if (next.SetEquals(current)) return outcome;

        db.RoleClaims.RemoveRange(claims.Where(c => !next.Contains(c.ClaimValue!)));
        db.RoleClaims.AddRange(next.Except(current, StringComparer.Ordinal).Select(p => new IdentityRoleClaim<string> { RoleId = role.Id, ClaimType = Role.PermissionClaim, ClaimValue = p }));
        return outcome == Outcome.Unchanged ? Outcome.Updated : outcome;
    }
}
