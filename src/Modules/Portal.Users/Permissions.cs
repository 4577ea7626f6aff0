using Portal.Cms.Security;

namespace Portal.Users;

public sealed class UserPermissions : IPermissionProvider
{
    public static readonly Permission ManageUsers = new("ManageUsers", "Manage accounts, passwords and API tokens", IsSecurityCritical: true);
    public static readonly Permission ManageRoles = new("ManageRoles", "Manage roles and what they allow", IsSecurityCritical: true);
    public static readonly Permission InviteToOwnOrganisation = new("InviteToOwnOrganisation", "Invite people to the own organisation", [ManageUsers]);

    public static readonly Permission ManageOwnMembers = new("ManageOwnMembers", "Manage the members of the own organisation", [ManageUsers]);

    public IEnumerable<Permission> Permissions => [ManageUsers, ManageRoles, InviteToOwnOrganisation, ManageOwnMembers];
}
