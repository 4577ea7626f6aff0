using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Moderation.Models;

namespace Portal.Moderation.Actions;

/// <summary>Leaves a submission that one was reading to the others, undecided.</summary>
public sealed class ReleaseClaim(PortalDb db, UnitOfWork work, CurrentUser user)
{
    public Task<Result<Done>> RunAsync(string submissionId, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(ModerationPermissions.Moderate);
        if (await db.SubmissionClaims.SingleOrDefaultAsync(c => c.SubmissionId == submissionId && c.UserId == user.Id, cancel) is { } claim) db.SubmissionClaims.Remove(claim);
        return default(Done);
    }, cancel);
}
