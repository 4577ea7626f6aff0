using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Cms.Security;

namespace Portal.Contents;

/// <summary>The way to the first page and to the content.</summary>
public sealed class ContentsNavigation(ContentTypePermissions permissions, IStringLocalizer text) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu == Navigation.Admin)
        {
            builder.Add(0, text["Overview"], "/admin", StandardPermissions.AccessAdminPanel)
                .Add(20, text["Content"], "/admin/content", permissions.ListContent, group: NavigationGroup.Content)
                .Add(502, text["Content types"], "/admin/definitions", DefinitionPermissions.EditContentTypes, group: NavigationGroup.Structure);
        }

        return Task.CompletedTask;
    }
}
