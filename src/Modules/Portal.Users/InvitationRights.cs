using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Users;

/// <summary>Which roles, and for whom, the acting person may give away. Nobody gives what they do not have.</summary>
public sealed class InvitationRights(PortalDb db, AccountAccess access, CurrentUser me)
{
    public bool MayInviteTo(string? organisationSet) => me.May(UserPermissions.ManageUsers) || (organisationSet is not null && organisationSet == me.OrganisationSet && me.May(UserPermissions.InviteToOwnOrganisation));

    /// <returns>Names of the roles, in order.</returns>
    public async Task<IReadOnlyList<string>> RolesAsync(CancellationToken cancel)
    {
        var all = await db.Roles.Where(r => r.Name != Role.Anonymous && r.Name != Role.Authenticated).OrderBy(r => r.Name).Select(r => r.Name!).ToListAsync(cancel);
        if (me.May(StandardPermissions.SiteOwner)) return all;

        var given = new List<string>();
        foreach (var role in all)
        {
            if (me.May(UserPermissions.ManageUsers) ? !await access.AreCriticalAsync([role], cancel) : await GrantsNoMoreThanMineAsync(role, cancel)) given.Add(role);
        }

        return given;
    }

    async Task<bool> GrantsNoMoreThanMineAsync(string role, CancellationToken cancel) =>
        (await (from r in db.Roles join claim in db.RoleClaims on r.Id equals claim.RoleId where r.Name == role && claim.ClaimType == Role.PermissionClaim select claim.ClaimValue!).ToListAsync(cancel))
        .All(name => me.May(new Permission(name, "")));
}
