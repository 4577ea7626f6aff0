using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Security;
using Portal.Translations.Models;

namespace Portal.Translations.Queries;

/// <summary>Says on the editors' first page which languages have outdated translations.</summary>
public sealed class StaleTranslations(TranslationBoard board, CurrentUser user, ContentTypePermissions permissions) : IDashboardPanel
{
    public async Task<DashboardPanel?> LoadAsync(CancellationToken cancel)
    {
        if (!user.May(permissions.ListContent)) return null;
        var stale = (await board.SharesAsync(new BoardFilter(), cancel)).Where(s => s.Stale > 0).ToList();
        return stale.Count == 0 ? null : new(30, "_StaleTranslations", stale);
    }
}
