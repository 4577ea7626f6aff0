using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Data;
using Portal.Notifications.Models;

namespace Portal.Notifications.Queries;

/// <param name="Text">In the reader's language.</param>
public sealed record NotificationRow(string Id, string Text, string Href, DateTime AtUtc, bool IsRead);

/// <param name="OnlyUnread">Whether those that were read are left out.</param>
/// <param name="HasMore">Whether there is another page.</param>
public sealed record NotificationListView(IReadOnlyList<NotificationRow> Rows, bool OnlyUnread, int Unread, int Page, bool HasMore);

/// <summary>What one person was told, the newest first. Two queries.</summary>
public sealed class NotificationList(PortalDb db, IStringLocalizer T)
{
    const int PageSize = 50;

    public async Task<NotificationListView> RunAsync(string userId, bool onlyUnread, int page, CancellationToken cancel)
    {
        page = Math.Clamp(page, 1, 1000);
        var unread = await db.Notifications.CountAsync(n => n.UserId == userId && n.ReadUtc == null, cancel);
        var rows = await ReadAsync(db.Notifications.Where(n => n.UserId == userId && (!onlyUnread || n.ReadUtc == null)), (page - 1) * PageSize, PageSize + 1, cancel);
        return new([.. rows.Take(PageSize)], onlyUnread, unread, page, rows.Count > PageSize);
    }

    /// <summary>The newest that a person has not read.</summary>
    public Task<IReadOnlyList<NotificationRow>> UnreadAsync(string userId, int most, CancellationToken cancel) => OfAsync(db.Notifications.Where(n => n.UserId == userId && n.ReadUtc == null), most, cancel);

    /// <summary>The newest of some notifications, in the current culture.</summary>
    public async Task<IReadOnlyList<NotificationRow>> OfAsync(IQueryable<Notification> notifications, int most, CancellationToken cancel) => await ReadAsync(notifications, 0, most, cancel);

    async Task<List<NotificationRow>> ReadAsync(IQueryable<Notification> notifications, int skip, int take, CancellationToken cancel)
    {
        var rows = await (from n in notifications
                          join actor in db.Users on n.ActorId equals actor.Id into actors
                          from actor in actors.DefaultIfEmpty()
                          orderby n.AtUtc descending, n.Id
                          select new { n.Id, n.Message, n.Args, n.Href, n.AtUtc, n.ReadUtc, Actor = (string?)actor!.UserName }).Skip(skip).Take(take).AsNoTracking().ToListAsync(cancel);
        return [.. rows.Select(r => new NotificationRow(r.Id, TextOf(r.Message, r.Args, r.Actor), r.Href, r.AtUtc, r.ReadUtc is not null))];
    }

    /// <returns>The sentence in the current culture.</returns>
    /// <param name="actor">Who did it; null = the portal itself.</param>
    public string TextOf(string message, string args, string? actor)
    {
        object[] values = [actor ?? T["The portal"].Value, .. JsonSerializer.Deserialize<string[]>(args) ?? []];
        return T[message, values];
    }
}
