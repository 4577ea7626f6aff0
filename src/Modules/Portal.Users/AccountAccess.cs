using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Users;

/// <summary>Who may change which account. Managing accounts must not be a way to become an administrator, so accounts with security-critical permissions are for site owners.</summary>
public sealed class AccountAccess(CurrentUser me, PortalDb db, IEnumerable<IPermissionProvider> providers)
{
    public static readonly Problem OnlyAdministrators = Problem.Forbidden("Only an administrator may change this account.");

    /// <param name="roles">Names of the roles that the account has or is to be given.</param>
    /// <exception cref="PermissionDeniedException">The acting person may not.</exception>
    public async Task DemandManageAsync(IReadOnlyCollection<string> roles, CancellationToken cancel)
    {
        me.Demand(UserPermissions.ManageUsers);
        if (!me.May(StandardPermissions.SiteOwner) && await AreCriticalAsync(roles, cancel)) throw new PermissionDeniedException(OnlyAdministrators);
    }

    /// <returns>The account, tracked, or null where there is none.</returns>
    /// <exception cref="PermissionDeniedException">The acting person may not change it.</exception>
    public async Task<User?> FindAsync(string userId, CancellationToken cancel)
    {
        me.Demand(UserPermissions.ManageUsers);
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == userId, cancel) is not { } user) return null;
        await DemandManageAsync(await RolesOf(userId).ToListAsync(cancel), cancel);
        return user;
    }

    /// <summary>Whether nobody could put things right any more if this account lost its roles.</summary>
    public async Task<bool> IsLastOwnerAsync(string userId, CancellationToken cancel)
    {
        var all = await Owners().Distinct().Take(2).ToListAsync(cancel);
        return all.Count == 1 && all[0] == userId;
    }

    /// <summary>Ids of the open accounts that may do everything.</summary>
    public IQueryable<string> Owners() =>
        from membership in db.UserRoles
        join claim in db.RoleClaims on membership.RoleId equals claim.RoleId
        join user in db.Users on membership.UserId equals user.Id
        where claim.ClaimType == Role.PermissionClaim && claim.ClaimValue == StandardPermissions.SiteOwner.Name && user.ClosedUtc == null
        select membership.UserId;

    /// <summary>Whether one of the roles grants something security-critical.</summary>
    public Task<bool> AreCriticalAsync(IReadOnlyCollection<string> roles, CancellationToken cancel)
    {
        var critical = providers.SelectMany(p => p.Permissions).Where(p => p.IsSecurityCritical).Select(p => p.Name).ToList();
        return (from role in db.Roles
                join claim in db.RoleClaims on role.Id equals claim.RoleId
                where roles.Contains(role.Name!) && claim.ClaimType == Role.PermissionClaim && critical.Contains(claim.ClaimValue!)
                select claim.Id).AnyAsync(cancel);
    }

    public IQueryable<string> RolesOf(string userId) =>
        from membership in db.UserRoles join role in db.Roles on membership.RoleId equals role.Id where membership.UserId == userId orderby role.Name select role.Name!;
}
