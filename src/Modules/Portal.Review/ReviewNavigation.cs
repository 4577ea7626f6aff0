using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Review;

/// <summary>The editors' way to what is in review, and to its rules.</summary>
public sealed class ReviewNavigation(ContentTypePermissions permissions, IStringLocalizer text) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu == Navigation.Admin)
        {
            builder.Add(22, text["Review"], "/admin/review", permissions.ListContent, group: NavigationGroup.Content)
                .Add(920, text["Rules of review"], "/admin/settings/review", ReviewPermissions.ManageRules, group: NavigationGroup.Site);
        }

        return Task.CompletedTask;
    }
}
