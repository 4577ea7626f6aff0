using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Privacy;
using Portal.Cms.Security;
using Portal.Users.Models;

namespace Portal.Users.Privacy;

/// <summary>The account itself, how it signs in and did, its tokens, and what the record of who did what says about it. Secrets and their hashes are told to nobody.</summary>
public sealed class AccountData(PortalDb db, UserManager<User> users, NotificationChoices notifications, ContentNames names) : IPersonalData
{
    /// <summary>English message id.</summary>
    public string Title => "Your account";

    public string Name => "account";

    public async Task<JsonNode?> OfAccountAsync(string userId, CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, cancel) is not { } user) return null;
        var roles = await (from membership in db.UserRoles join role in db.Roles on membership.RoleId equals role.Id where membership.UserId == userId orderby role.Name select role.Name).ToListAsync(cancel);
        var tokens = await db.Set<ApiToken>().AsNoTracking().Where(t => t.UserId == userId).OrderBy(t => t.CreatedUtc).ToListAsync(cancel);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.UserId == userId).OrderBy(s => s.SignedInUtc).ToListAsync(cancel);
        var attempts = await db.SignInAttempts.AsNoTracking().Where(a => a.UserId == userId).OrderBy(a => a.AtUtc).ToListAsync(cancel);
        var done = await db.AuditTrail.AsNoTracking().Where(e => e.UserId == userId).OrderBy(e => e.Id).ToListAsync(cancel);
        var titles = await db.ContentItemIndex.Where(i => db.AuditTrail.Any(e => e.UserId == userId && e.SubjectId == i.ContentItemId)).ToDictionaryAsync(i => i.ContentItemId, i => i.Title, StringComparer.Ordinal, cancel);
        return new JsonObject
        {
            ["userName"] = user.UserName, ["displayName"] = user.DisplayName, ["email"] = user.Email, ["createdUtc"] = user.CreatedUtc, ["culture"] = user.Culture, ["timeZone"] = user.TimeZone,
            ["organisationName"] = (await names.InAsync(Culture.Current, [user.OrganisationSet], cancel)).Values.FirstOrDefault()?.Name, ["organisation"] = user.OrganisationSet, ["roles"] = Texts(roles),
            ["mailsWanted"] = Texts(await notifications.WantedByAsync(userId, cancel)),
            ["secondFactorSinceUtc"] = await db.SecondFactors.Where(f => f.UserId == userId).Select(f => (DateTime?)f.AddedUtc).SingleOrDefaultAsync(cancel),
            ["recoveryCodes"] = await db.RecoveryCodes.CountAsync(c => c.UserId == userId, cancel),
            ["passkeys"] = new JsonArray([.. (await users.GetPasskeysAsync(user)).Select(p => new JsonObject { ["name"] = p.Name, ["createdUtc"] = p.CreatedAt.UtcDateTime })]),
            ["sessions"] = new JsonArray([.. sessions.Select(s => new JsonObject { ["browser"] = s.Client, ["method"] = s.Method.ToString(), ["signedInUtc"] = s.SignedInUtc, ["lastSeenUtc"] = s.LastSeenUtc })]),
            ["signIns"] = new JsonArray([.. attempts.Select(a => new JsonObject { ["atUtc"] = a.AtUtc, ["browser"] = a.Client, ["method"] = a.Method.ToString(), ["succeeded"] = a.Succeeded })]),
            ["tokens"] = new JsonArray([.. tokens.Select(t => new JsonObject { ["name"] = t.Name, ["scopes"] = t.Scopes, ["createdUtc"] = t.CreatedUtc, ["expiresUtc"] = t.ExpiresUtc, ["lastUsedUtc"] = t.LastUsedUtc })]),
            ["record"] = new JsonArray([.. done.Select(e => new JsonObject { ["atUtc"] = e.CreatedUtc, ["kind"] = e.Category, ["what"] = e.Name, ["subjectTitle"] = titles.GetValueOrDefault(e.SubjectId), ["subject"] = e.SubjectId })]),
        };
    }

    /// <summary>Tokens go, and the name in the record; that somebody did something stays. The account's own row is for whoever closes the account.</summary>
    public async Task EraseAsync(string userId, CancellationToken cancel)
    {
        await db.Set<ApiToken>().Where(t => t.UserId == userId).ExecuteDeleteAsync(cancel);
        await db.AuditTrail.Where(e => e.UserId == userId).ExecuteUpdateAsync(e => e.SetProperty(x => x.UserName, (string?)null), cancel);
    }

    static JsonArray Texts(IEnumerable<string?> texts) => [.. texts.Order(StringComparer.Ordinal).Select(t => JsonValue.Create(t))];
}
