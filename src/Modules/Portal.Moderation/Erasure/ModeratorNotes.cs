using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;

namespace Portal.Moderation.Erasure;

/// <summary>What moderators and readers wrote about a submission goes with it: it may quote its words.</summary>
public sealed class ModeratorNotes(PortalDb db) : ISubmissionExtra
{
    public async Task EraseAsync(Submission submission, bool keepsText, CancellationToken cancel)
    {
        await db.SubmissionReports.Where(r => r.SubmissionId == submission.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Note, (string?)null), cancel);
        await db.SubmissionEscalations.Where(e => e.SubmissionId == submission.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.Note, (string?)null), cancel);
        await db.SubmissionClaims.Where(c => c.SubmissionId == submission.Id).ExecuteDeleteAsync(cancel);
    }
}
