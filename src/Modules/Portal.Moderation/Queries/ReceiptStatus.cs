using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Queries;

/// <summary>The state of one submission, for whoever holds its receipt.</summary>
/// <param name="Reason">Key of the public reason.</param>
public sealed record SubmissionStatus(string ConsultationSet, string? SectionId, string Culture, SubmissionState State, DateTime ReceivedUtc, DateTime ChangedUtc, string? Reason, string? Note);

public sealed class ReceiptStatus(PortalDb db)
{
    /// <param name="typed">The code as somebody typed it.</param>
    /// <returns>Null where no submission has this receipt.</returns>
    public async Task<SubmissionStatus?> RunAsync(string? typed, CancellationToken cancel)
    {
        if (ReceiptCode.Read(typed) is not { } code) return null;
        var hash = ReceiptCode.Hash(code);
        return await (from submission in db.Submissions
                      join decision in db.SubmissionDecisions on new { submission.Id, Version = submission.CurrentVersion, submission.Round } equals new { Id = decision.SubmissionId, decision.Version, decision.Round } into decisions
                      from decision in decisions.DefaultIfEmpty()
                      where submission.ReceiptHash == hash
                      select new SubmissionStatus(submission.ConsultationSet, submission.SectionId, submission.Culture, submission.State, submission.ReceivedUtc, submission.ChangedUtc, decision.Reason, decision.Note))
            .AsNoTracking().SingleOrDefaultAsync(cancel);
    }
}
