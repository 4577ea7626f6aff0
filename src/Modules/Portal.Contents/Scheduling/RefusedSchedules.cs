using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Mail.Actions;
using Portal.Mail.Models;
using Portal.Notifications.Actions;
using Portal.Notifications.Models;

namespace Portal.Contents.Scheduling;

/// <param name="Lang">Language of the title.</param>
public sealed record RefusedSchedule(ContentSchedule Schedule, string Title, string Lang);

/// <summary>Tells who scheduled something that it was refused: among their notifications, at once by a mail of its own with the reasons, and on the first page behind the sign-in until they put it away.</summary>
public sealed class RefusedSchedules(PortalDb db, Notify notify, NotificationChoices choices, SendMail mail, SiteSettings settings, AuditTrail audit, CurrentUser user, IStringLocalizer text) : IDashboardPanel
{
    public static readonly NotificationKind Kind = new("schedule-refused", "What I scheduled and was not done", For: StandardPermissions.AccessAdminPanel);

    const int Shown = 10;

    public async Task TellAsync(ContentSchedule schedule, CancellationToken cancel)
    {
        audit.Record("Content", schedule.Step == ScheduledStep.Publish ? "PublishScheduleRefused" : "UnpublishScheduleRefused", schedule.ContentItemId);
        if (schedule.ById is not { } id || await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancel) is not { ClosedUtc: null } person) return;

        var title = await Titles([schedule.ContentItemId]).Select(t => t.Title).FirstOrDefaultAsync(cancel) ?? "";
        var path = $"/admin/content/{Uri.EscapeDataString(schedule.ContentItemId)}";
        await notify.TellAsync(new Notice(Kind.Name, MessageOf(schedule.Step), path, schedule.ContentItemId, title) { IsMailedApart = true }, [id], cancel);
        if (person.Email is { Length: > 0 } address && (await choices.WantedByAsync(id, cancel)).Contains(Kind.Name)) await MailAsync(schedule, title, address, await settings.CultureOfAsync(person.Culture), path);
    }

    /// <returns>English message id; {1} is the title.</returns>
    static string MessageOf(ScheduledStep step) => step == ScheduledStep.Publish ? "“{1}” was not published, as you had scheduled." : "“{1}” was not taken off the public pages, as you had scheduled.";

    async Task MailAsync(ContentSchedule schedule, string title, string address, Culture culture, string path)
    {
        var (link, before) = (await settings.BaseUrlAsync() + path, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentUICulture = culture.FormatCulture;
        try
        {
            var what = schedule.Step == ScheduledStep.Publish ? text["“{0}” was to be published and could not be:", title] : text["“{0}” was to be taken off the public pages and could not be:", title];
            mail.Tell(new MailMessage(address, text["What you scheduled was not done"], string.Join("\n\n", [what, .. schedule.Refusals().Select(r => text[r.Message, [.. r.Args.Cast<object>()]].Value), link]), culture.Code));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

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
