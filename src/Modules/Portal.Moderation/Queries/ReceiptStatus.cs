using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;
using Portal.Moderation.Text;
using Portal.TransparencyLog.Queries;

namespace Portal.Moderation.Queries;

/// <summary>The state of one submission, for whoever holds its receipt.</summary>
/// <param name="Reason">Key of the public reason.</param>
public sealed record SubmissionStatus(string ConsultationSet, string? SectionId, string Culture, SubmissionState State, DateTime ReceivedUtc, DateTime ChangedUtc, string? Reason, int ReasonVersion, string? Note)
{
    /// <summary>Index of the entry of the transparency log for each event that is recorded there, oldest first.</summary>
    public IReadOnlyList<long> LogEntries { get; init; } = [];
    /// <summary>Events that will be in the log within a second.</summary>
    public int NotInLogYet { get; init; }
}

public sealed class ReceiptStatus(PortalDb db, LogEntryList log)
{
    /// <param name="typed">The code as somebody typed it.</param>
    /// <returns>Null where no submission has this receipt.</returns>
    public async Task<SubmissionStatus?> RunAsync(string? typed, CancellationToken cancel)
    {
        if (ReceiptCode.Read(typed) is not { } code) return null;
        var hash = ReceiptCode.Hash(code);
        var found = await (from submission in db.Submissions
                           join decision in db.SubmissionDecisions on new { submission.Id, Version = submission.CurrentVersion, Round = submission.DecidedRound } equals new { Id = decision.SubmissionId, decision.Version, Round = (int?)decision.Round } into decisions
                           from decision in decisions.DefaultIfEmpty()
                           where submission.ReceiptHash == hash
                           select new SubmissionStatus(submission.ConsultationSet, submission.SectionId, submission.Culture, submission.State, submission.ReceivedUtc, submission.ChangedUtc, decision.Reason, (int?)decision.ReasonVersion ?? 0, decision.Note))
            .AsNoTracking().SingleOrDefaultAsync(cancel);
        return found is null ? null : await WithLogAsync(found, hash, cancel);
    }

    async Task<SubmissionStatus> WithLogAsync(SubmissionStatus found, string receiptHash, CancellationToken cancel)
    {
        var leaves = await (from submission in db.Submissions
                            join happened in db.SubmissionEvents on submission.Id equals happened.SubmissionId
                            where submission.ReceiptHash == receiptHash
                            select happened.Leaf).ToListAsync(cancel);
        var entries = await log.FindAsync(leaves, cancel);
        return found with { LogEntries = [.. entries.Values.Order()], NotInLogYet = leaves.Count - entries.Count };
    }
}
