using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Questionnaires;

/// <summary>Leads editors to the questionnaires.</summary>
public sealed class QuestionnaireNavigation(ContentTypePermissions permissions, IStringLocalizer T) : INavigationProvider
{
    public Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel)
    {
        if (menu == Navigation.Admin) builder.Add(30, T["Questionnaires"], "/admin/questionnaires", permissions.Of("Consultation").EditOwn, group: NavigationGroup.Participation);
        return Task.CompletedTask;
    }
}
