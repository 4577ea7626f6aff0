using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Moderation.Queries;

/// <param name="Culture">Culture code of the person's mail; null = never chosen.</param>
/// <param name="IsAdministrator">May do everything, and decides where no second moderator is left.</param>
/// <param name="IsClosed">The account is closed: its decisions keep their name, nothing is left to it any more.</param>
public sealed record ModeratorAccount(string Id, string Name, string? Email, string? Culture, bool IsAdministrator, bool IsClosed);

/// <summary>Everybody who may decide on submissions, or could until their account was closed.</summary>
public sealed class Moderators(PortalDb db)
{
    public async Task<IReadOnlyList<ModeratorAccount>> RunAsync(CancellationToken cancel)
    {
        var moderate = ModerationPermissions.Moderate.Name;
        var everything = StandardPermissions.SiteOwner.Name;
        var rows = await (from user in db.Users
                          join membership in db.UserRoles on user.Id equals membership.UserId
                          join claim in db.RoleClaims on membership.RoleId equals claim.RoleId
                          where claim.ClaimType == Role.PermissionClaim && (claim.ClaimValue == moderate || claim.ClaimValue == everything)
                          select new { user.Id, user.UserName, user.Email, user.Culture, user.ClosedUtc, IsAdministrator = claim.ClaimValue == everything }).AsNoTracking().ToListAsync(cancel);
        return [.. rows.GroupBy(r => r.Id, StringComparer.Ordinal).Select(g => new ModeratorAccount(g.Key, g.First().UserName!, g.First().Email, g.First().Culture, g.Any(r => r.IsAdministrator), g.First().ClosedUtc is not null)).OrderBy(m => m.Name, StringComparer.Ordinal)];
    }
}
