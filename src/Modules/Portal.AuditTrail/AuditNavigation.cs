using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.AuditTrail;

public sealed class AuditNavigation(IStringLocalizer text) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu == Navigation.Admin) builder.Add(950, text["Audit trail"], "/admin/audit", AuditTrailPermissions.ViewAuditTrail, group: NavigationGroup.Site);
        return Task.CompletedTask;
    }
}
