using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Moderation;

/// <summary>Leads citizens to their receipt and moderators to the queue.</summary>
public sealed class ModerationNavigation(IStringLocalizer T) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu == Navigation.Main) builder.Add(90, T["Check a receipt"], $"/{culture.Code}/receipt");
        if (menu == Navigation.Admin)
        {
            builder.Add(10, T["Moderation queue"], "/admin/moderation", ModerationPermissions.Moderate, group: NavigationGroup.Participation);
            builder.Add(31, T["Paper, meetings, e-mail"], "/admin/consultations/entries", ModerationPermissions.Enter, group: NavigationGroup.Participation);
            builder.Add(60, T["Statistics of decisions"], "/admin/moderation/statistics", ModerationPermissions.Moderate, group: NavigationGroup.Participation);
            builder.Add(95, T["Erase a submission"], "/admin/moderation/erase", ModerationPermissions.Erase, group: NavigationGroup.Participation);
            builder.Add(61, T["Reasons"], "/admin/moderation/reasons", ModerationPermissions.ManageReasons, group: NavigationGroup.Participation);
        }

        return Task.CompletedTask;
    }
}
