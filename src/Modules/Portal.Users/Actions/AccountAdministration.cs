using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Models;

namespace Portal.Users.Actions;

/// <summary>Gives an account roles and an organisation. Counts at the person's next request.</summary>
public sealed class ChangeRoles(UnitOfWork work, PortalDb db, UserManager<User> users, AccountAccess access, Membership membership, AuditTrail audit)
{
    /// <param name="roles">All roles that the account has from now on.</param>
    /// <param name="organisationSet">Localization set; null = none.</param>
    public Task<Result<Done>> RunAsync(string userId, IReadOnlyList<string> roles, string? organisationSet, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await access.FindAsync(userId, cancel) is not { } user) return Refusal.NoSuchAccount;
        await access.DemandManageAsync(roles, cancel);
        var known = await db.Roles.Select(r => r.Name!).ToListAsync(cancel);
        if (roles.FirstOrDefault(r => !known.Contains(r, StringComparer.Ordinal)) is { } unknown) return Problem.Invalid("roles", "There is no role {0}. There are: {1}.", unknown, string.Join(", ", known.Order(StringComparer.Ordinal)));
        if (organisationSet is not null && !await db.ContentItems.AnyAsync(i => i.LocalizationSet == organisationSet, cancel)) return Problem.Invalid("organisation", "There is no such item.");
        if (await OrganisationRoles.CheckAsync(db, roles, organisationSet, cancel) is { } misplaced) return misplaced;

        if (user.OrganisationSet is { } left && left != organisationSet) await membership.HandOverAsync(userId, left, cancel);
        var before = await users.GetRolesAsync(user);
        if (Refusal.Of(await users.RemoveFromRolesAsync(user, before.Except(roles, StringComparer.Ordinal))) is { } kept) return kept;
        if (Refusal.Of(await users.AddToRolesAsync(user, roles.Except(before, StringComparer.Ordinal))) is { } refused) return refused;
        user.OrganisationSet = organisationSet;
        await db.SaveChangesAsync(cancel);
        if (await HasNoOwnerAsync(cancel)) return Refusal.LastAdministrator;

        audit.Record("User", "RolesChanged", userId, new() { ["roles"] = new JsonArray([.. roles.Select(r => (JsonNode)r)]), ["organisation"] = organisationSet });
        work.Evict(AccountTags.Of(userId), AccountTags.Accounts);
        return default(Done);
    }, cancel);

    async Task<bool> HasNoOwnerAsync(CancellationToken cancel) => !await access.Owners().AnyAsync(cancel);
}

/// <summary>Closes an account: nobody signs in with it, its sessions and tokens end; what it did stays. Or opens it again.</summary>
public sealed class CloseAccount(UnitOfWork work, PortalDb db, AccountAccess access, CurrentUser me, AuditTrail audit, TimeProvider clock)
{
    /// <param name="reason">One of <see cref="ClosingReasons"/>; asked for when an account is closed.</param>
    public Task<Result<Done>> RunAsync(string userId, bool isClosed, string? reason, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await access.FindAsync(userId, cancel) is not { } user) return Refusal.NoSuchAccount;
        if (isClosed && userId == me.Id) return Problem.Conflict("Nobody closes the account they are signed in with.");
        if (isClosed && await access.IsLastOwnerAsync(userId, cancel)) return Refusal.LastAdministrator;

        if (isClosed && !ClosingReasons.All.Contains(reason, StringComparer.Ordinal)) return Problem.Invalid("reason", "Say why the account is closed.");

        user.ClosedUtc = isClosed ? user.ClosedUtc ?? clock.UtcNow : null;
        user.ClosedReason = isClosed ? reason : null;
        if (isClosed)
        {
            await db.Sessions.Where(s => s.UserId == userId).ExecuteDeleteAsync(cancel);
            await db.MailedLinks.Where(l => l.UserId == userId).ExecuteDeleteAsync(cancel);
        }

        audit.Record("User", isClosed ? "Closed" : "Reopened", userId, isClosed ? new() { ["reason"] = reason } : null);
        work.Evict(AccountTags.Of(userId), AccountTags.Accounts);
        return default(Done);
    }, cancel);
}
