using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Publications.Models;

namespace Portal.Publications;

public sealed class PublicationsNavigation(ContentTypes types, IStringLocalizer text) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu == Navigation.Main) builder.Add(20, text["Analyses"], $"/{culture.Code}/{types.Find(nameof(PolicyAnalysis))!.SlugIn(culture)}");
        return Task.CompletedTask;
    }
}
