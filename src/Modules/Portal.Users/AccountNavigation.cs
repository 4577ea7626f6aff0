using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Cms.Security;

namespace Portal.Users;

/// <summary>The dashboard's own link in the editors' menu.</summary>
public sealed class AccountNavigation(IStringLocalizer text) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu == Navigation.Admin) builder.Add(0, text["Overview"], "/admin", StandardPermissions.AccessAdminPanel);
        return Task.CompletedTask;
    }
}
