using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Moderation.Models;

namespace Portal.Moderation.Actions;

/// <summary>Says that somebody is reading a submission in order to decide, so that two never work at the same one. Renewed by claiming again.</summary>
/// <remarks>Not in the audit trail: it changes nothing about the submission and is gone in minutes.</remarks>
public sealed class ClaimSubmission(PortalDb db, UnitOfWork work, CurrentUser user, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <returns>Until when it is the person's own (UTC); a conflict while somebody else has it.</returns>
    public Task<Result<DateTime>> RunAsync(string submissionId, CancellationToken cancel) => work.RunAsync<DateTime>(async () =>
    {
        user.Demand(ModerationPermissions.Moderate);
        if (user.Id is not { } userId) return CurrentUser.NotAllowed;

        await work.AloneAsync($"claim:{submissionId}", cancel);
        if (!await db.Submissions.AnyAsync(s => s.Id == submissionId && s.WaitsSinceUtc != null, cancel)) return Problem.NotFound("There is no such submission.");
        var now = clock.UtcNow;
        if (await db.SubmissionClaims.SingleOrDefaultAsync(c => c.SubmissionId == submissionId, cancel) is not { } claim)
        {
            db.SubmissionClaims.Add(new() { SubmissionId = submissionId, UserId = userId, UntilUtc = now + Lifetime });
            return now + Lifetime;
        }

        if (claim.UserId != userId && claim.UntilUtc > now) return Taken;
        (claim.UserId, claim.UntilUtc) = (userId, now + Lifetime);
        return claim.UntilUtc;
    }, cancel);

    public static readonly Problem Taken = Problem.Conflict("Somebody else is deciding on this submission just now.");
}
