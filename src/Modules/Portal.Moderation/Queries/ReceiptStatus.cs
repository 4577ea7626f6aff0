using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Cms.Data;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Models;
using Portal.Moderation.Text;
using Portal.TransparencyLog.Queries;

namespace Portal.Moderation.Queries;

/// <summary>The state of one submission, for whoever holds its receipt, with what they can do now.</summary>
/// <param name="Reason">Key of the public reason.</param>
public sealed record SubmissionStatus(string ConsultationSet, string? SectionId, string Culture, SubmissionState State, DateTime ReceivedUtc, DateTime ChangedUtc, string? Reason, int ReasonVersion, string? Note)
{
    /// <summary>Index of the entry of the transparency log for each event that is recorded there, oldest first.</summary>
    public IReadOnlyList<long> LogEntries { get; init; } = [];
    /// <summary>Events that will be in the log within a second.</summary>
    public int NotInLogYet { get; init; }
    /// <summary>It answers a questionnaire; otherwise it is a comment.</summary>
    public bool IsResponse { get; init; }
    public required string SubmissionId { get; init; }
    public required int Version { get; init; }
    /// <summary>Its author's newest text; empty once it was erased.</summary>
    public required string Body { get; init; }
    /// <summary>The passages of it that the public does not see.</summary>
    public IReadOnlyList<TextSpan> Hidden { get; init; } = [];
    public required string ConsentVersion { get; init; }
    /// <summary>The author left an address.</summary>
    public bool HasAddress { get; init; }
    public bool MayEdit { get; init; }
    public bool MayWithdraw { get; init; }
    /// <summary>Until when an appeal is possible; null where it is not.</summary>
    public DateTime? AppealUntilUtc { get; init; }
    /// <summary>The author has made the one appeal there is.</summary>
    public bool HasAppealed { get; init; }
    /// <summary>Until when the address has to be confirmed; null where nothing waits for it.</summary>
    public DateTime? ConfirmUntilUtc { get; init; }
    public IReadOnlyList<SubmissionAttachment> Attachments { get; init; } = [];
}

public sealed class ReceiptStatus(PortalDb db, LogEntryList log, FindConsultation find, IOptions<ParticipationSettings> settings, TimeProvider clock)
{
    /// <summary>The states in which nobody has decided, nor begun to.</summary>
    public static bool IsBeforeModeration(SubmissionState state, int round) => round == 0 && state is SubmissionState.Received or SubmissionState.Queued;

    /// <param name="typed">The code as somebody typed it.</param>
    /// <returns>Null where no submission has this receipt.</returns>
    public async Task<SubmissionStatus?> RunAsync(string? typed, CancellationToken cancel)
    {
        if (ReceiptCode.Read(typed) is not { } code) return null;
        var hash = ReceiptCode.Hash(code);
        var (now, decisions, addresses, claims) = (clock.UtcNow, db.SubmissionDecisions, db.SubmissionContacts, db.SubmissionClaims);
        var found = await (from s in db.Submissions
                           join v in db.SubmissionVersions on new { s.Id, Number = s.CurrentVersion } equals new { Id = v.SubmissionId, v.Number }
                           where s.ReceiptHash == hash
                           select new
                           {
                               Submission = s, v.Body,
                               Decision = decisions.FirstOrDefault(d => d.SubmissionId == s.Id && d.Version == s.CurrentVersion && d.Round == s.DecidedRound),
                               HasAddress = addresses.Any(c => c.SubmissionId == s.Id), IsClaimed = claims.Any(c => c.SubmissionId == s.Id && c.UntilUtc > now),
                           }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null) return null;

        var submission = found.Submission;
        var attachments = await db.SubmissionAttachments.AsNoTracking().Where(a => a.SubmissionId == submission.Id).OrderBy(a => a.Number).ToListAsync(cancel);
        var leaves = await db.SubmissionEvents.Where(e => e.SubmissionId == submission.Id).Select(e => e.Leaf).ToListAsync(cancel);
        var entries = await log.FindAsync(leaves, cancel);
        var isOpen = await find.RunAsync(submission.ConsultationSet, cancel) is { } consultation && consultation.Milestones.PhaseAt(now) == Phase.Open;
        var appealUntil = submission.ChangedUtc.AddDays(settings.Value.AppealDays);
        return new(submission.ConsultationSet, submission.SectionId, submission.Culture, submission.State, submission.ReceivedUtc, submission.ChangedUtc, found.Decision?.Reason, found.Decision?.ReasonVersion ?? 0, found.Decision?.Note)
        {
            LogEntries = [.. entries.Values.Order()], NotInLogYet = leaves.Count - entries.Count,
            SubmissionId = submission.Id, IsResponse = submission.IsResponse, Version = submission.CurrentVersion, Body = found.Body, Hidden = found.Body.Length == 0 ? [] : Redaction.Read(found.Decision?.Redactions), ConsentVersion = submission.ConsentVersion, HasAddress = found.HasAddress, HasAppealed = submission.AppealedUtc is not null, Attachments = attachments,
            MayEdit = isOpen && submission.QuestionnaireVersion is null && !found.IsClaimed && IsBeforeModeration(submission.State, submission.Round), MayWithdraw = submission.Next(Step.Withdraw) is not null,
            AppealUntilUtc = submission.Next(Step.Appeal) is not null && now < appealUntil ? appealUntil : null,
            ConfirmUntilUtc = submission.State == SubmissionState.Received ? submission.ReceivedUtc.AddDays(settings.Value.ConfirmationDays) : null,
        };
    }
}
