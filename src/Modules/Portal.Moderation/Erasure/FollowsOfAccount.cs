using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Privacy;
using Portal.Cms.Security;
using Portal.Mail.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;

namespace Portal.Moderation.Erasure;

/// <summary>The consultations that the address of an account follows. With the account they go.</summary>
public sealed class FollowsOfAccount(PortalDb db, FollowsOfAddress follows, ContentNames names, SendMail mail) : IPersonalData, IAccountHandler
{
    /// <summary>English message id.</summary>
    public string Title => "Consultations you follow";

    public string Name => "follows";

    public async Task<JsonNode?> OfAccountAsync(string userId, CancellationToken cancel)
    {
        var own = await follows.OfAccountAsync(userId, cancel);
        var titles = await names.InAsync(Culture.Current, own.Select(f => f.ConsultationSet), cancel);
        return own.Count == 0 ? null : new JsonArray([.. own.Select(f => new JsonObject
        {
            ["consultationTitle"] = titles.GetValueOrDefault(f.ConsultationSet)?.Name, ["consultation"] = f.ConsultationSet, ["language"] = f.Culture, ["followedSinceUtc"] = f.SinceUtc, ["tookPart"] = f.TookPart,
        })]);
    }

    public async Task EraseAsync(string userId, CancellationToken cancel)
    {
        var own = (await follows.OfAccountAsync(userId, cancel)).Select(f => f.Id).ToList();
        own.ForEach(mail.Forget);
        await db.FollowerNotices.Where(n => own.Contains(n.FollowerId)).ExecuteDeleteAsync(cancel);
        await db.Followers.Where(f => own.Contains(f.Id)).ExecuteDeleteAsync(cancel);
    }

    public Task DeletingAsync(string userId, CancellationToken cancel) => EraseAsync(userId, cancel);
}
