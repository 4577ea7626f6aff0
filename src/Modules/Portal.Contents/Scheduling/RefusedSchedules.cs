using Microsoft.EntityFrameworkCore;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Notifications.Actions;
using Portal.Notifications.Models;

namespace Portal.Contents.Scheduling;

/// <param name="Lang">Language of the title.</param>
public sealed record RefusedSchedule(ContentSchedule Schedule, string Title, string Lang);

/// <summary>Tells who scheduled something that it was refused: among their notifications, and with the reasons on the first page behind the sign-in until they put it away.</summary>
public sealed class RefusedSchedules(PortalDb db, Notify notify, AuditTrail audit, CurrentUser user) : IDashboardPanel
{
    public static readonly NotificationKind Kind = new("schedule-refused", "What I scheduled and was not done", For: StandardPermissions.AccessAdminPanel);

    const int Shown = 10;

    public async Task TellAsync(ContentSchedule schedule, CancellationToken cancel)
    {
        audit.Record("Content", schedule.Step == ScheduledStep.Publish ? "PublishScheduleRefused" : "UnpublishScheduleRefused", schedule.ContentItemId);
        var title = await Titles([schedule.ContentItemId]).Select(t => t.Title).FirstOrDefaultAsync(cancel) ?? "";
        await notify.TellAsync(new Notice(Kind.Name, MessageOf(schedule.Step), $"/admin/content/{Uri.EscapeDataString(schedule.ContentItemId)}", schedule.ContentItemId, title), [schedule.ById], cancel);
    }

    /// <returns>English message id; {1} is the title.</returns>
    static string MessageOf(ScheduledStep step) => step == ScheduledStep.Publish ? "“{1}” was not published, as you had scheduled." : "“{1}” was not taken off the public pages, as you had scheduled.";

    public async Task<DashboardPanel?> LoadAsync(CancellationToken cancel)
    {
        if (user.Id is not { } me) return null;
        var rows = await db.ContentSchedules.AsNoTracking().Where(s => s.ById == me && s.RefusedUtc != null).OrderByDescending(s => s.RefusedUtc).Take(Shown).ToListAsync(cancel);
        if (rows.Count == 0) return null;

        var titles = await Titles([.. rows.Select(r => r.ContentItemId)]).ToDictionaryAsync(t => t.Id, StringComparer.Ordinal, cancel);
        return new(1, "_RefusedSchedules", (IReadOnlyList<RefusedSchedule>)[.. rows.Where(r => titles.ContainsKey(r.ContentItemId)).Select(r => new RefusedSchedule(
            r, titles[r.ContentItemId].Title, Culture.TryFrom(titles[r.ContentItemId].Culture, out var culture) ? culture.HtmlLang : ""))]);
    }

    sealed record Titled(string Id, string Title, string Culture);

    IQueryable<Titled> Titles(string[] ids) => from item in db.ContentItems
                                               join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
                                               where ids.Contains(item.ContentItemId)
                                               select new Titled(item.ContentItemId, version.DisplayText, item.Culture);
}
