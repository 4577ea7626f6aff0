using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Site;

/// <summary>Leads editors to what shapes the site.</summary>
public sealed class StructureNavigation(IStringLocalizer T) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu == Navigation.Admin)
        {
            builder.Add(500, T["Menus"], "/admin/menus", SitePermissions.ManageMenu, group: NavigationGroup.Structure)
                .Add(501, T["Themes and municipalities"], "/admin/taxonomies", SitePermissions.ManageTaxonomies, group: NavigationGroup.Structure)
                .Add(910, T["Settings"], "/admin/settings", SitePermissions.ManageSettings, group: NavigationGroup.Site)
                .Add(503, T["Redirects"], "/admin/redirects", SitePermissions.ManageRedirects, group: NavigationGroup.Structure);
        }

        return Task.CompletedTask;
    }
}
