using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Users;

/// <summary>Who may change which account. Managing accounts must not be a way to become an administrator, so accounts with security-critical permissions are for site owners.</summary>
public sealed class AccountAccess(CurrentUser me, PortalDb db, IEnumerable<IPermissionProvider> providers)
{
    /// <param name="roles">Names of the roles that the account has or is to be given.</param>
    /// <exception cref="PermissionDeniedException">The acting person may not.</exception>
    public async Task DemandManageAsync(IReadOnlyCollection<string> roles, CancellationToken cancel)
    {
        me.Demand(UserPermissions.ManageUsers);
        if (me.May(StandardPermissions.SiteOwner)) return;

        var critical = providers.SelectMany(p => p.Permissions).Where(p => p.IsSecurityCritical).Select(p => p.Name).ToList();
        var grants = from role in db.Roles
                     join claim in db.RoleClaims on role.Id equals claim.RoleId
                     where roles.Contains(role.Name!) && claim.ClaimType == Role.PermissionClaim && critical.Contains(claim.ClaimValue!)
                     select claim.Id;
        if (await grants.AnyAsync(cancel)) throw new PermissionDeniedException(Problem.Forbidden("Only an administrator may change this account."));
    }
}
