using Portal.Cms.Content;
using Portal.Cms.Security;

namespace Portal.Site;

/// <summary>Who shapes the site itself. Names are Orchard Core's where it has one.</summary>
public sealed class SitePermissions : IPermissionProvider
{
    public static readonly Permission ManageMenu = new("ManageMenu", "Manage menus", [ContentPermissions.PublishContent]);
    public static readonly Permission ManageTaxonomies = new("ManageTaxonomies", "Manage themes and municipalities", [ContentPermissions.PublishContent]);
    public static readonly Permission ManageSettings = new("ManageSettings", "Manage the site's settings and features", IsSecurityCritical: true);
    public static readonly Permission ManageRedirects = new("ManageRedirects", "Manage redirects of old addresses", [ManageSettings]);

    public IEnumerable<Permission> Permissions => [ManageMenu, ManageTaxonomies, ManageSettings, ManageRedirects];
}
