using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Users;

/// <summary>Who may look after the members of an organisation, and what happens when one leaves. Called inside an action's unit of work.</summary>
public sealed class Membership(PortalDb db, UserManager<User> users, CurrentUser me)
{
    /// <param name="organisationSet">Localization set.</param>
    public bool MayManage(string? organisationSet) => me.May(UserPermissions.ManageUsers) || (organisationSet is not null && organisationSet == me.OrganisationSet && me.May(UserPermissions.ManageOwnMembers));

    /// <summary>Ids of the open accounts that own an organisation.</summary>
    public IQueryable<string> Owners(string organisationSet) =>
        from membership in db.UserRoles
        join role in db.Roles on membership.RoleId equals role.Id
        join user in db.Users on membership.UserId equals user.Id
        where role.Name == OrganisationRoles.Owner && user.OrganisationSet == organisationSet && user.ClosedUtc == null
        select user.Id;

    /// <summary>What the person made for the organisation stays with it: the organisation's members go on with it, the person does not.</summary>
    /// <returns>How many texts were handed over.</returns>
    public Task<int> HandOverAsync(string userId, string organisationSet, CancellationToken cancel) =>
        db.ContentItems.Where(i => i.OwnerId == userId && i.OrganisationSet == organisationSet).ExecuteUpdateAsync(i => i.SetProperty(x => x.OwnerId, (string?)null), cancel);

    /// <summary>Takes the person out of their organisation, with the roles that they had for it.</summary>
    /// <returns>How many texts were handed over.</returns>
    public async Task<int> LeaveAsync(User user, CancellationToken cancel)
    {
        var handedOver = await HandOverAsync(user.Id, user.OrganisationSet!, cancel);
        user.OrganisationSet = null;
        var roles = (await users.GetRolesAsync(user)).Intersect(OrganisationRoles.All, StringComparer.Ordinal).ToList();
        if (roles.Count > 0) await users.RemoveFromRolesAsync(user, roles);
        return handedOver;
    }
}
