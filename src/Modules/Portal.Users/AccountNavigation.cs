using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Users;

/// <summary>Links to accounts in the editors' menu, and at the foot of every public page to the reader's own account.</summary>
public sealed class AccountNavigation(IStringLocalizer text) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu == Navigation.Admin)
        {
            builder.Add(899, text["Organisations and members"], "/admin/organisations", UserPermissions.ManageOwnMembers, group: NavigationGroup.People)
                .Add(900, text["Accounts"], "/admin/users", UserPermissions.ManageUsers, group: NavigationGroup.People)
                .Add(901, text["Invitations"], "/admin/invitations", UserPermissions.InviteToOwnOrganisation, group: NavigationGroup.People)
                .Add(902, text["Roles"], "/admin/roles", UserPermissions.ManageRoles, group: NavigationGroup.People);
        }

        if (menu == Navigation.Footer) builder.Add(900, text["Your account"], $"/account?{CultureRouting.QueryKey}={culture.Code}");
        return Task.CompletedTask;
    }
}
