using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Consultations.Checklist;

namespace Portal.Moderation.Queries;

/// <summary>Before a consultation is announced: whether anybody is there to read what people write.</summary>
public sealed class ModeratorsAreThere(PortalDb db) : IAnnouncementCheck
{
    /// <summary>English message id.</summary>
    const string Why = "Comments wait until a moderator decides. A second one is needed for appeals, since nobody judges their own decision.";

    public async Task<IReadOnlyList<CheckItem>> RunAsync(Announcement announcement, CancellationToken cancel)
    {
        var moderators = await (from claim in db.RoleClaims
                                join member in db.UserRoles on claim.RoleId equals member.RoleId
                                join account in db.Users on member.UserId equals account.Id
                                where account.ClosedUtc == null && claim.ClaimType == Role.PermissionClaim && claim.ClaimValue == ModerationPermissions.Moderate.Name
                                select member.UserId).Distinct().CountAsync(cancel);
        return moderators switch
        {
            0 => [new("no-moderator", "Nobody has the role of a moderator; only administrators could decide.", Why, announcement.Editor + "#Consultation.Moderation")],
            1 => [new("one-moderator", "There is only one moderator.", Why, announcement.Editor + "#Consultation.Moderation")],
            _ => [],
        };
    }
}
