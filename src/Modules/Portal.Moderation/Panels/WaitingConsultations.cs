using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Consultations.Indexes;
using Portal.Moderation.Queries;

namespace Portal.Moderation.Panels;

/// <param name="ClosesUtc">Null: no longer open, and something waits all the same.</param>
/// <param name="Waiting">Submissions that wait for a decision.</param>
/// <param name="QueueHref">Null for whom the queue is closed.</param>
public sealed record WaitingConsultation(ContentName Name, DateTime? ClosesUtc, string Zone, int Waiting, string? QueueHref);

/// <param name="Overdue">Submissions of all consultations that have waited longer than the site promises.</param>
public sealed record WaitingConsultationsView(IReadOnlyList<WaitingConsultation> Consultations, int Overdue, bool MayModerate);

/// <summary>On the first page: the open consultations with what waits in each, for who moderates and for who opens and closes them.</summary>
public sealed class WaitingConsultations(PortalDb db, CountQueue queue, ContentNames names, CurrentUser user, TimeProvider clock) : IDashboardPanel
{
    public async Task<DashboardPanel?> LoadAsync(CancellationToken cancel)
    {
        var moderates = user.May(ModerationPermissions.Moderate);
        if (!moderates && !user.May(ContentPermissions.PublishContent)) return null;

        var now = clock.UtcNow;
        var counts = await queue.RunAsync(Culture.Current, cancel);
        var waiting = counts.Consultations.ToDictionary(c => c.Set, c => c.Count, StringComparer.Ordinal);
        string[] behind = [.. waiting.Keys];
        var rows = await db.Consultations.AsNoTracking().Where(c => (c.OpensUtc <= now && c.ClosesUtc > now) || behind.Contains(c.LocalizationSet)).OrderBy(c => c.ClosesUtc).ToListAsync(cancel);
        var named = await names.InAsync(Culture.Current, rows.Select(r => r.LocalizationSet), cancel);
        return new(moderates ? 10 : 60, "_WaitingConsultations", new WaitingConsultationsView(
            [.. from row in rows
                where named.ContainsKey(row.LocalizationSet)
                select new WaitingConsultation(
                    named[row.LocalizationSet], row.ClosesUtc > now ? row.ClosesUtc : null, row.Zone, waiting.GetValueOrDefault(row.LocalizationSet),
                    moderates ? $"/admin/moderation?consultation={Uri.EscapeDataString(row.LocalizationSet)}" : null)],
            counts.Overdue, moderates));
    }
}
