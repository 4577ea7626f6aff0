using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Translations;

/// <summary>The editors' ways to what is translated.</summary>
public sealed class TranslationsNavigation(IStringLocalizer text, ContentTypePermissions permissions) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu != Navigation.Admin) return Task.CompletedTask;
        builder.Add(24, text["Translations"], "/admin/translations", permissions.ListContent, group: NavigationGroup.Content);
        builder.Add(915, text["Words of the interface"], "/admin/interface-strings", TranslationPermissions.ManageTranslations, group: NavigationGroup.Site);
        return Task.CompletedTask;
    }
}
