using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Site;

/// <summary>Leads to the register of processing from the foot of every page, whatever the menus say.</summary>
public sealed class DataProtectionNavigation(IStringLocalizer T) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu == Navigation.Footer) builder.Add(900, T["Data protection"], $"/{culture.Code}/data-protection");
        return Task.CompletedTask;
    }
}
