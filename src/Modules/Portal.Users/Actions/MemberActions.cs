using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Models;

namespace Portal.Users.Actions;

/// <summary>Takes somebody out of an organisation, or lets a person leave their own. What they wrote for it stays with it.</summary>
public sealed class RemoveMember(UnitOfWork work, PortalDb db, Membership membership, AccountAccess access, CurrentUser me, AuditTrail audit)
{
    static readonly Problem OneOwner = Problem.Conflict("An organisation keeps one owner at least. Make somebody else an owner first.");

    /// <returns>How many texts were handed over to the organisation.</returns>
    public Task<Result<int>> RunAsync(string userId, CancellationToken cancel) => work.RunAsync<int>(async () =>
    {
        var isSelf = userId == me.Id;
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == userId, cancel) is not { } user || (!isSelf && !membership.MayManage(user.OrganisationSet))) return me.IsSignedIn || me.May(UserPermissions.ManageUsers) ? Refusal.NoSuchAccount : CurrentUser.NotAllowed;
        if (user.OrganisationSet is not { } set) return Problem.Conflict("This person belongs to no organisation.");
        if (!isSelf && !me.May(StandardPermissions.SiteOwner) && await access.AreCriticalAsync(await access.RolesOf(userId).ToListAsync(cancel), cancel)) return AccountAccess.OnlyAdministrators;
        if (!me.May(UserPermissions.ManageUsers) && await membership.Owners(set).ToListAsync(cancel) is [var last] && last == userId) return OneOwner;

        var handedOver = await membership.LeaveAsync(user, cancel);
        audit.Record("User", "LeftOrganisation", userId, new() { ["organisation"] = set, ["items"] = handedOver });
        work.Evict(AccountTags.Of(userId), AccountTags.Accounts);
        return handedOver;
    }, cancel);
}

/// <summary>Makes a member an owner of their organisation, or no longer one.</summary>
public sealed class ChangeOwner(UnitOfWork work, PortalDb db, UserManager<User> users, Membership membership, CurrentUser me, AuditTrail audit)
{
    public Task<Result<Done>> RunAsync(string userId, bool isOwner, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == userId, cancel) is not { OrganisationSet: { } set } user || !membership.MayManage(set)) return me.IsSignedIn || me.May(UserPermissions.ManageUsers) ? Refusal.NoSuchAccount : CurrentUser.NotAllowed;
        if (await users.IsInRoleAsync(user, OrganisationRoles.Owner) == isOwner) return default(Done);
        if (!isOwner && !me.May(UserPermissions.ManageUsers) && await membership.Owners(set).CountAsync(cancel) == 1) return Problem.Conflict("An organisation keeps one owner at least. Make somebody else an owner first.");

        if (isOwner && Refusal.Of(await users.AddToRoleAsync(user, OrganisationRoles.Owner)) is { } refused) return refused;
        if (!isOwner)
        {
            if (Refusal.Of(await users.RemoveFromRoleAsync(user, OrganisationRoles.Owner)) is { } kept) return kept;
            // Who only owned goes on as a member.
            if ((await users.GetRolesAsync(user)).Count == 0 && Refusal.Of(await users.AddToRoleAsync(user, OrganisationRoles.Editor)) is { } without) return without;
        }

        audit.Record("User", isOwner ? "BecameOwner" : "NoLongerOwner", userId, new() { ["organisation"] = set });
        work.Evict(AccountTags.Of(userId), AccountTags.Accounts);
        return default(Done);
    }, cancel);
}
