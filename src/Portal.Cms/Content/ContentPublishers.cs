using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Cms.Content;

/// <summary>An account that may publish something.</summary>
public sealed record Publisher(string Id, string Name);

/// <summary>Who else may publish or write an item: those to whom a request to look at it goes, and news of it. Reads the same permissions as <see cref="ContentAccess"/>, of all accounts.</summary>
public sealed class ContentPublishers(PortalDb db, ContentTypePermissions permissions)
{
    /// <returns>Open accounts by name. One query.</returns>
    public async Task<IReadOnlyList<Publisher>> OfAsync(ContentItem item, CancellationToken cancel)
    {
        var of = permissions.Of(item.ContentType);
        string[] any = [.. of.Publish.GrantedBy(), StandardPermissions.SiteOwner.Name], own = [.. of.PublishOwn.GrantedBy()];
        var (owner, organisation) = (item.OwnerId, item.OrganisationSet);
        var rows = await (from granted in Granted()
                          where any.Contains(granted.Permission) || (own.Contains(granted.Permission) && (granted.User.Id == owner || (granted.User.OrganisationSet != null && granted.User.OrganisationSet == organisation)))
                          select new { granted.User.Id, granted.User.UserName }).Distinct().ToListAsync(cancel);
        return [.. rows.Select(r => new Publisher(r.Id, r.UserName!)).OrderBy(p => p.Name, StringComparer.CurrentCulture)];
    }

    /// <returns>Open accounts of one organisation that may write items of a type. One query.</returns>
    public async Task<IReadOnlyList<string>> WritersOfAsync(string contentType, string organisationSet, CancellationToken cancel)
    {
        string[] own = [.. permissions.Of(contentType).EditOwn.GrantedBy(), StandardPermissions.SiteOwner.Name];
        return await Granted().Where(g => g.User.OrganisationSet == organisationSet && own.Contains(g.Permission)).Select(g => g.User.Id).Distinct().ToListAsync(cancel);
    }

    /// <returns>Open accounts that have a permission by one of their roles. One query.</returns>
    public async Task<IReadOnlyList<string>> HoldersOfAsync(Permission permission, CancellationToken cancel)
    {
        string[] any = [.. permission.GrantedBy()];
        return await Granted().Where(g => any.Contains(g.Permission)).Select(g => g.User.Id).Distinct().ToListAsync(cancel);
    }

    IQueryable<Grant> Granted() => from user in db.Users
                                   join membership in db.UserRoles on user.Id equals membership.UserId
                                   join claim in db.RoleClaims on membership.RoleId equals claim.RoleId
                                   where user.ClosedUtc == null && claim.ClaimType == Role.PermissionClaim
                                   select new Grant { User = user, Permission = claim.ClaimValue! };

    sealed class Grant
    {
        public required User User { get; init; }
        public required string Permission { get; init; }
    }
}
