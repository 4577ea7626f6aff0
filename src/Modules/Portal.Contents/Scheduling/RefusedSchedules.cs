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

namespace Portal.Contents.Scheduling;

/// <param name="Lang">Language of the title.</param>
public sealed record RefusedSchedule(ContentSchedule Schedule, string Title, string Lang);

/// <summary>Tells who scheduled something that it was refused: by mail, and on the first page behind the sign-in until they put it away.</summary>
public sealed class RefusedSchedules(PortalDb db, SendMail mail, SiteSettings settings, AuditTrail audit, CurrentUser user, IStringLocalizer text) : IDashboardPanel
{
    const int Shown = 10;

    public async Task TellAsync(ContentSchedule schedule, CancellationToken cancel)
    {
        audit.Record("Content", schedule.Step == ScheduledStep.Publish ? "PublishScheduleRefused" : "UnpublishScheduleRefused", schedule.ContentItemId);
        if (schedule.ById is not { } id || await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancel) is not { ClosedUtc: null, Email: { Length: > 0 } address } person) return;

        var title = await Titles([schedule.ContentItemId]).Select(t => t.Title).FirstOrDefaultAsync(cancel) ?? "";
        var link = $"{await settings.BaseUrlAsync()}/admin/content/{Uri.EscapeDataString(schedule.ContentItemId)}";
        var before = CultureInfo.CurrentUICulture;
        var culture = Culture.TryFrom(person.Culture, out var own) ? own : Culture.En;
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
