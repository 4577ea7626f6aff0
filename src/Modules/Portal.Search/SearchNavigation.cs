using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Search;

/// <summary>Tells the theme that there is a search, and where.</summary>
public sealed class SearchNavigation(IStringLocalizer text) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu == Navigation.Search) builder.Add(1, text["Search"], SearchAddress.In(culture));
        return Task.CompletedTask;
    }
}
