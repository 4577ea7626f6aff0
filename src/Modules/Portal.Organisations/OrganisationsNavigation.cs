using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Organisations.Models;

namespace Portal.Organisations;

public sealed class OrganisationsNavigation(ContentTypes types, IStringLocalizer text) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu == Navigation.Main) builder.Add(30, text["Organisations"], $"/{culture.Code}/{types.Find(nameof(Organisation))!.SlugIn(culture)}");
        return Task.CompletedTask;
    }
}
