using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Media;

public sealed class MediaNavigation(IStringLocalizer text) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu == Navigation.Admin) builder.Add(26, text["Library"], "/admin/media", MediaPermissions.ManageOwnMedia, group: NavigationGroup.Content);
        return Task.CompletedTask;
    }
}
