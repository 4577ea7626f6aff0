using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Debates.Models;

namespace Portal.Debates.Panels;

public sealed record UpcomingDebatesView(IReadOnlyList<ContentEntry> Entries, bool AreOwn);

/// <summary>On the first page: the next debates, for network editors all of them, for a member those of its organisation.</summary>
public sealed class UpcomingDebates(PortalDb db, ContentEntries entries, CurrentUser user, TimeProvider clock) : IDashboardPanel
{
    const int Most = 4;

    public async Task<DashboardPanel?> LoadAsync(CancellationToken cancel)
    {
        var all = user.May(ContentPermissions.PublishContent);
        if (!all && !(user.May(ContentPermissions.EditOwnContent) && user.OrganisationSet is not null)) return null;

        var (now, culture, own) = (clock.UtcNow, Culture.Current, user.OrganisationSet);
        // A debate has a row in each of its languages: enough of them to be left with so many debates.
        var rows = await db.ContentItemIndex.AsNoTracking().Where(i => i.ContentType == nameof(Debate) && i.EndsUtc > now && (all || i.OrganisationSet == own))
            .OrderBy(i => i.StartsUtc).ThenBy(i => i.LocalizationSet).Take(Most * Culture.ContentCultures.Count).ToListAsync(cancel);
        var chosen = rows.GroupBy(r => r.LocalizationSet, StringComparer.Ordinal).Take(Most).Select(texts => texts.MinBy(t => t.Culture == culture.ContentCode ? 0 : t.Culture == Culture.En.Code ? 1 : 2)!);
        return new(80, "_UpcomingDebates", new UpcomingDebatesView(await entries.OfAsync([.. chosen], culture, cancel), !all));
    }
}
