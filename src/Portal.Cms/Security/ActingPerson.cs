using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Cms.Security;

/// <summary>Lets a job act as a person who asked for something earlier: with the roles and the organisation that the account has now.</summary>
public sealed class ActingPerson(PortalDb db, RolePermissions permissions, CurrentUser current)
{
    /// <summary>From here on the scope's <see cref="CurrentUser"/> is this person.</summary>
    /// <returns>False where there is no such account any more, or it is closed.</returns>
    public async Task<bool> BecomeAsync(string userId, CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, cancel) is not { ClosedUtc: null } account) return false;

        var roles = await (from membership in db.UserRoles join role in db.Roles on membership.RoleId equals role.Id where membership.UserId == userId select role.Name).ToListAsync(cancel);
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, account.Id), new(ClaimTypes.Name, account.UserName ?? ""), .. roles.Select(r => new Claim(ClaimTypes.Role, r!))];
        if (account.OrganisationSet is { } organisation) claims.Add(new(CurrentUser.OrganisationClaim, organisation));
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, nameof(ActingPerson)));
        current.Become(principal, await permissions.OfAsync(principal));
        return true;
    }
}
