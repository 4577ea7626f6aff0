using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Cms.Content;

/// <summary>An account that may publish something.</summary>
public sealed record Publisher(string Id, string Name);

/// <summary>Who else may publish an item: those to whom a request to look at it goes. Reads the same permissions as <see cref="ContentAccess"/>, of all accounts.</summary>
public sealed class ContentPublishers(PortalDb db, ContentTypePermissions permissions)
{
    /// <returns>Open accounts by name. One query.</returns>
    public async Task<IReadOnlyList<Publisher>> OfAsync(ContentItem item, CancellationToken cancel)
    {
        var of = permissions.Of(item.ContentType);
        string[] any = [.. of.Publish.GrantedBy(), StandardPermissions.SiteOwner.Name], own = [.. of.PublishOwn.GrantedBy()];
        var (owner, organisation) = (item.OwnerId, item.OrganisationSet);
        var rows = await (from user in db.Users
                          join membership in db.UserRoles on user.Id equals membership.UserId
                          join claim in db.RoleClaims on membership.RoleId equals claim.RoleId
                          where user.ClosedUtc == null && claim.ClaimType == Role.PermissionClaim
                              && (any.Contains(claim.ClaimValue) || (own.Contains(claim.ClaimValue) && (user.Id == owner || (user.OrganisationSet != null && user.OrganisationSet == organisation))))
                          select new { user.Id, user.UserName }).Distinct().ToListAsync(cancel);
        return [.. rows.Select(r => new Publisher(r.Id, r.UserName!)).OrderBy(p => p.Name, StringComparer.CurrentCulture)];
    }
}
