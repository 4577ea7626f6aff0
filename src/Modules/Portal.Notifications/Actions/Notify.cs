using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Notifications.Models;

namespace Portal.Notifications.Actions;

/// <summary>Tells people something. Called inside another action's unit of work: they are told if and only if that action's change is committed.</summary>
public sealed class Notify(PortalDb db, UnitOfWork work, CurrentUser user, TimeProvider clock)
{
    /// <param name="userIds">Ids of accounts. Whoever acts, and accounts that are closed or gone, are left out.</param>
    public async Task TellAsync(Notice notice, IEnumerable<string?> userIds, CancellationToken cancel)
    {
        string[] wanted = [.. userIds.OfType<string>().Where(id => id != user.Id).Distinct(StringComparer.Ordinal)];
        if (wanted.Length == 0) return;

        var people = await db.Users.Where(u => wanted.Contains(u.Id) && u.ClosedUtc == null).Select(u => u.Id).ToListAsync(cancel);
        var unread = await db.Notifications
            .Where(n => people.Contains(n.UserId) && n.ReadUtc == null && n.Kind == notice.Kind && n.Subject == notice.Subject && n.Message == notice.Message).ToListAsync(cancel);
        var (now, args) = (clock.UtcNow, JsonSerializer.Serialize(notice.Args, ContentDocument.Json));
        foreach (var id in people)
        {
            if (unread.FirstOrDefault(n => n.UserId == id) is { } known) (known.AtUtc, known.ActorId, known.Args, known.Href, known.MailedUtc) = (now, user.Id, args, notice.Href, null);
            else db.Notifications.Add(new() { Id = Ids.New(), UserId = id, Kind = notice.Kind, Message = notice.Message, Args = args, Href = notice.Href, Subject = notice.Subject, ActorId = user.Id, AtUtc = now });
        }

        work.Evict(people.Select(NotificationTables.TagOf));
    }
}
