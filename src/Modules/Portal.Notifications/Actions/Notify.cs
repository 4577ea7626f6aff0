using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Notifications.Models;

namespace Portal.Notifications.Actions;

/// <summary>Tells people something. Called inside another action's unit of work: they are told if and only if that action's change is committed.</summary>
public sealed class Notify(PortalDb db, UnitOfWork work, SiteSettings settings, CurrentUser user, TimeProvider clock)
{
    /// <param name="userIds">Ids of accounts. Whoever acts, and accounts that are closed or gone, are left out.</param>
    public async Task TellAsync(Notice notice, IEnumerable<string?> userIds, CancellationToken cancel)
    {
        string[] wanted = [.. userIds.OfType<string>().Where(id => id != user.Id).Distinct(StringComparer.Ordinal)];
        if (wanted.Length == 0) return;

        var people = await db.Users.Where(u => wanted.Contains(u.Id) && u.ClosedUtc == null).Select(u => u.Id).ToListAsync(cancel);
        var told = await db.Notifications
            .Where(n => people.Contains(n.UserId) && (n.ReadUtc == null || notice.Once) && n.Kind == notice.Kind && n.Subject == notice.Subject && n.Message == notice.Message).ToListAsync(cancel);
        var (now, args) = (clock.UtcNow, JsonSerializer.Serialize(notice.Args, ContentDocument.Json));
        DateTime? mailed = notice.IsMailedApart ? now : null;
        foreach (var id in people)
        {
            if (told.FirstOrDefault(n => n.UserId == id) is not { } known)
                db.Notifications.Add(new() { Id = Ids.New(), UserId = id, Kind = notice.Kind, Message = notice.Message, Args = args, Href = notice.Href, Subject = notice.Subject, ActorId = user.Id, AtUtc = now, MailedUtc = mailed });
            else if (!notice.Once) (known.AtUtc, known.ActorId, known.Args, known.Href, known.MailedUtc) = (now, user.Id, args, notice.Href, mailed);
        }

        work.Evict(people.Select(NotificationTables.TagOf));
    }

    /// <summary>Tells each in words of their own, where titles and addresses are those of the reader's language.</summary>
    /// <param name="inLanguage">Null: there is nothing to tell in this language.</param>
    public async Task TellEachAsync(Func<Culture, Task<Notice?>> inLanguage, IEnumerable<string?> userIds, CancellationToken cancel)
    {
        string[] wanted = [.. userIds.OfType<string>().Distinct(StringComparer.Ordinal)];
        var cultures = await db.Users.Where(u => wanted.Contains(u.Id)).Select(u => new { u.Id, u.Culture }).ToListAsync(cancel);
        foreach (var speakers in cultures.GroupBy(u => u.Culture, StringComparer.Ordinal))
        {
            if (await inLanguage(await settings.CultureOfAsync(speakers.Key)) is { } notice) await TellAsync(notice, speakers.Select(s => s.Id), cancel);
        }
    }

    /// <summary>What people were told about something is deleted: it was erased.</summary>
    public async Task ForgetAsync(string subject, CancellationToken cancel)
    {
        var about = db.Notifications.Where(n => n.Subject == subject);
        work.Evict((await about.Select(n => n.UserId).Distinct().ToListAsync(cancel)).Select(NotificationTables.TagOf));
        await about.ExecuteDeleteAsync(cancel);
    }
}
