using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Moderation.Models;

namespace Portal.Moderation.Queries;

/// <summary>Who must leave a submission to others. Where no second moderator is left, an administrator decides: they moderate too, and everybody's own words and decisions are closed to them alike.</summary>
public sealed class WhoMayDecide(PortalDb db, CurrentUser user)
{
    /// <returns>English message id of why the person acting here may not decide, or null.</returns>
    public async Task<string?> WhyNotAsync(Submission submission, CancellationToken cancel)
    {
        if (user.Id is null) return null;
        if (submission.AuthorUserId == user.Id) return "Nobody decides on what they wrote themselves.";
        if (IsAboutADecision(submission) && await db.SubmissionDecisions.AnyAsync(d => d.SubmissionId == submission.Id && d.ModeratorId == user.Id, cancel)) return "Nobody decides on an appeal against their own decision.";
        if (submission.State != SubmissionState.Escalated) return null;

        var escalation = await db.SubmissionEscalations.AsNoTracking().SingleOrDefaultAsync(e => e.SubmissionId == submission.Id && e.Round == submission.Round, cancel);
        if (escalation?.ById == user.Id) return "You left this submission to somebody else.";
        return escalation?.ToId is { } chosen && chosen != user.Id && !user.May(StandardPermissions.SiteOwner) ? "This submission was left to another person." : null;
    }

    /// <summary>Whether the question is if an earlier decision was right, not what a new event means.</summary>
    static bool IsAboutADecision(Submission submission) => submission.State == SubmissionState.Appealed || submission.Was == SubmissionState.Declined;
}
