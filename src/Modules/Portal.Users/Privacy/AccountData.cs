using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Privacy;
using Portal.Cms.Security;

namespace Portal.Users.Privacy;

/// <summary>The account itself, its tokens, and what the record of who did what says about it.</summary>
public sealed class AccountData(PortalDb db) : IPersonalData
{
    public string Title => "Accounts";

    public async Task<JsonNode?> OfAccountAsync(string userId, CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, cancel) is not { } user) return null;
        var roles = await (from membership in db.UserRoles join role in db.Roles on membership.RoleId equals role.Id where membership.UserId == userId orderby role.Name select role.Name).ToListAsync(cancel);
        var tokens = await db.Set<ApiToken>().AsNoTracking().Where(t => t.UserId == userId).OrderBy(t => t.CreatedUtc).ToListAsync(cancel);
        var done = await db.AuditTrail.AsNoTracking().Where(e => e.UserId == userId).OrderBy(e => e.Id).ToListAsync(cancel);
        return new JsonObject
        {
            ["userName"] = user.UserName, ["email"] = user.Email, ["createdUtc"] = user.CreatedUtc, ["language"] = user.Culture, ["organisation"] = user.OrganisationSet, ["roles"] = new JsonArray([.. roles.Select(r => JsonValue.Create(r))]),
            ["tokens"] = new JsonArray([.. tokens.Select(t => new JsonObject { ["name"] = t.Name, ["scopes"] = t.Scopes, ["createdUtc"] = t.CreatedUtc, ["expiresUtc"] = t.ExpiresUtc, ["lastUsedUtc"] = t.LastUsedUtc })]),
            ["record"] = new JsonArray([.. done.Select(e => new JsonObject { ["atUtc"] = e.CreatedUtc, ["what"] = $"{e.Category} {e.Name}", ["subject"] = e.SubjectId })]),
        };
    }

    /// <summary>Tokens go, and the name in the record; that somebody did something stays. The account's own row is for whoever closes the account.</summary>
    public async Task EraseAsync(string userId, CancellationToken cancel)
    {
        await db.Set<ApiToken>().Where(t => t.UserId == userId).ExecuteDeleteAsync(cancel);
        await db.AuditTrail.Where(e => e.UserId == userId).ExecuteUpdateAsync(e => e.SetProperty(x => x.UserName, (string?)null), cancel);
    }
}
