using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Data;
using Portal.Cms.Privacy;
using Portal.Notifications.Models;
using Portal.Notifications.Queries;

namespace Portal.Notifications;

/// <summary>What a person was told.</summary>
public sealed class NotificationData(PortalDb db, NotificationList list, IStringLocalizer T) : IPersonalData
{
    /// <summary>English message ids of what people read beside it.</summary>
    public static readonly PersonalDataLabels Labels = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["about"] = "About what", ["page"] = "Page", ["readUtc"] = "Read" });

    public string Title => "Notifications";

    /// <remarks>Who did what is told is somebody else’s: it stays unnamed.</remarks>
    public async Task<JsonNode?> OfAccountAsync(string userId, CancellationToken cancel)
    {
        var told = await db.Notifications.AsNoTracking().Where(n => n.UserId == userId).OrderBy(n => n.AtUtc).ToListAsync(cancel);
        return told.Count == 0 ? null : new JsonArray([.. told.Select(n => new JsonObject { ["atUtc"] = n.AtUtc, ["kind"] = n.Kind, ["what"] = list.TextOf(n.Message, n.Args, n.ActorId is null ? null : T["Somebody"].Value), ["about"] = JsonNode.Parse(n.Args), ["page"] = n.Href, ["readUtc"] = n.ReadUtc })]);
    }

    /// <summary>What the account was told goes with it; what others were told of its deeds names nobody from then on.</summary>
    public async Task EraseAsync(string userId, CancellationToken cancel)
    {
        await db.Notifications.Where(n => n.UserId == userId).ExecuteDeleteAsync(cancel);
        await db.NotificationDigests.Where(d => d.UserId == userId).ExecuteDeleteAsync(cancel);
        await db.Notifications.Where(n => n.ActorId == userId).ExecuteUpdateAsync(n => n.SetProperty(x => x.ActorId, (string?)null), cancel);
    }
}
