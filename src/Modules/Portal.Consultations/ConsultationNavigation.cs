using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Consultations.Models;

namespace Portal.Consultations;

/// <summary>Puts consultations into the main menu.</summary>
public sealed class ConsultationNavigation(ContentTypes types, IStringLocalizer T) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu == Navigation.Main) builder.Add(10, T["Consultations"], $"/{culture.Code}/{types.Find(nameof(Consultation))!.SlugIn(culture)}");
        return Task.CompletedTask;
    }
}
