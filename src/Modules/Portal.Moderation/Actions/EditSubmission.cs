using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Abuse;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;
using Portal.Moderation.Text;

namespace Portal.Moderation.Actions;

/// <summary>Its author puts another text in the place of the one that nobody has begun to read: a new version. Possible while the consultation is open and no moderator has it in hand.</summary>
public sealed class EditSubmission(
    PortalDb db, SubmissionOfReceipt own, UnitOfWork work, FindConsultation find, SubmissionIntake intake, SubmissionHistory history, AuditTrail audit, TimeProvider clock)
{
    /// <param name="Version">The version that its author had before them.</param>
    /// <param name="ArrivedUtc">When the request arrived.</param>
    public sealed record Input(string? Receipt, int Version, string Body, DateTime ArrivedUtc);

    static readonly Problem BeingRead = Problem.Conflict("A moderator has begun to read this comment; it can no longer be changed. You can withdraw it.");

    /// <returns>Number of the new version; of the current one where the text is the same.</returns>
    public Task<Result<int>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<int>(async () =>
    {
        if (await own.FindAsync(input.Receipt, cancel) is not { } submission) return SubmissionOfReceipt.NoSuchReceipt;
        if (SubmissionRules.CheckLetters(("body", input.Body)) is { Count: > 0 } letters) return Problem.Invalid(letters);
        var body = Citizens.Normalise(input.Body);
        if (SubmissionRules.CheckBody(body).ToList() is { Count: > 0 } errors) return Problem.Invalid(errors);

        if (await WhyNotAsync(submission, input, cancel) is { } problem) return problem;
        if (submission.CurrentVersion != input.Version) return Problem.Conflict("This comment was changed meanwhile, from another window perhaps. Look at it again; what you typed is still here.");
        var before = await db.SubmissionVersions.SingleAsync(v => v.SubmissionId == submission.Id && v.Number == submission.CurrentVersion, cancel);
        if (before.Body == body) return submission.CurrentVersion;

        var now = clock.UtcNow;
        submission.Revise(now);
        db.SubmissionVersions.Add(new() { SubmissionId = submission.Id, Number = submission.CurrentVersion, Body = body, CreatedUtc = now });
        await TraceAsync(submission, body, cancel);
        history.Record(submission, "edited", now);
        audit.RecordUnnamed("Submission", "Edited", submission.Id);
        return submission.CurrentVersion;
    }, cancel);

    async Task<Problem?> WhyNotAsync(Submission submission, Input input, CancellationToken cancel)
    {
        if (submission.QuestionnaireVersion is not null || !ReceiptStatus.IsBeforeModeration(submission.State, submission.Round)) return Problem.Conflict("This comment was decided on; it can no longer be changed.");
        if (await find.RunAsync(submission.ConsultationSet, cancel) is not { } consultation || consultation.Milestones.PhaseAt(input.ArrivedUtc) != Phase.Open) return Problem.Conflict("The consultation has closed: the comment stays as it is.");
        return await db.SubmissionClaims.AnyAsync(c => c.SubmissionId == submission.Id && c.UntilUtc > input.ArrivedUtc, cancel) ? BeingRead : null;
    }

    /// <summary>Nobody finds the new text by the old one's trace.</summary>
    async Task TraceAsync(Submission submission, string body, CancellationToken cancel)
    {
        var id = submission.Id;
        await db.SubmissionFingerprints.Where(f => f.SubmissionId == id).ExecuteDeleteAsync(cancel);
        db.SubmissionLabels.RemoveRange(await db.SubmissionLabels.Where(l => l.SubmissionId == id && (l.Label == Labels.Duplicate || l.Label == Labels.Similar)).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        await intake.TraceAsync(submission, body, cancel);
    }
}
