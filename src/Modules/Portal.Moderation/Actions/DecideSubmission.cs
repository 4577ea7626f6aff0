using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;
using Portal.Moderation.Text;

namespace Portal.Moderation.Actions;

/// <summary>Decides on one version of a submission in one round: publishes, redacts, declines or merges it, keeps what was reported, upholds or reverses what was appealed against.</summary>
/// <remarks>Nobody decides on what they wrote, nor on an appeal against their own decision. Of two decisions on the same version and round the second is refused, whoever comes first: the state machine sees it, or the submission's stamp and the key of the decision do.</remarks>
public sealed class DecideSubmission(
    PortalDb db, UnitOfWork work, CurrentUser user, WhoMayDecide who, ReasonList reasons, MergedSubmissions merged, DecisionMails mails, SubmissionHistory history, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Longest note to an author, in UTF-16 units.</summary>
    public const int LongestNote = 2000;

    /// <param name="Version">The version that the moderator read.</param>
    /// <param name="Decision">One of <see cref="ModerationTable.DecidingSteps"/>.</param>
    /// <param name="Reason">Key of a public reason; required where the text, or a part of it, is not published.</param>
    /// <param name="Note">A word to the author; required where an appeal is turned down.</param>
    /// <param name="MergeInto">For a merger: the submission of the same consultation that stands for this one too.</param>
    public sealed record Input(string SubmissionId, int Version, Step Decision, string? Reason, string? Note, IReadOnlyList<TextSpan> Redactions, string? MergeInto = null);

    static readonly Problem AlreadyDecided = Problem.Conflict("Somebody else has decided on this submission meanwhile.");

    /// <returns>The submission's new state.</returns>
    public Task<Result<SubmissionState>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync(() => DecideAsync(input, cancel), cancel);

    async Task<Result<SubmissionState>> DecideAsync(Input input, CancellationToken cancel)
    {
        user.Demand(ModerationPermissions.Moderate);

        var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == input.SubmissionId, cancel);
        if (submission is null) return Problem.NotFound("There is no such submission.");
        if (submission.CurrentVersion != input.Version) return Problem.Conflict("The author changed the text meanwhile. Read it again.");
        if (await who.WhyNotAsync(submission, cancel) is { } why) return Problem.Forbidden(why);
        if (submission.WaitsSinceUtc is null) return AlreadyDecided;
        if (await TakenAsync(submission.Id, cancel)) return ClaimSubmission.Taken;
        if (!ModerationTable.DecidingSteps.Contains(input.Decision) || submission.Next(input.Decision) is not { } next) return NotOneOf(submission);

        var version = await db.SubmissionVersions.SingleAsync(v => v.SubmissionId == submission.Id && v.Number == input.Version, cancel);
        var check = new DecisionCheck(input, version.Body, await reasons.GetAsync());
        if (check.Errors.Count > 0) return Problem.Invalid(check.Errors);
        if (input.Decision == Step.Merge && await merged.WhyNotIntoAsync(submission, input.MergeInto, cancel) is { } error) return Problem.Invalid([error]);

        var decision = await WriteAsync(input, submission, check, cancel);
        submission.Take(input.Decision, decision.DecidedUtc, decision.MergedIntoId);
        await SettleAsync(submission, decision.DecidedUtc, cancel);
        history.Record(submission, KindOf(decision), decision.DecidedUtc);
        audit.Record("Submission", "Decided", submission.Id, new JsonObject { ["decision"] = ModerationTable.Name(input.Decision), ["version"] = input.Version, ["round"] = decision.Round });
        await mails.TellAsync(submission, decision, cancel);
        work.Evict(Tags.Set(submission.ConsultationSet));
        return next;
    }

    Task<bool> TakenAsync(string submissionId, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        return db.SubmissionClaims.AnyAsync(c => c.SubmissionId == submissionId && c.UserId != user.Id && c.UntilUtc > now, cancel);
    }

    static Problem NotOneOf(Submission submission) => Problem.Invalid(
        "decision", "A decision is one of: {0}.", string.Join(", ", ModerationTable.DecisionsIn(submission.State, submission.Was).Select(s => ModerationTable.Name(s))));

    /// <summary>A decision that leaves things as they were takes over the reason and the hidden passages of the one that it confirms.</summary>
    async Task<SubmissionDecision> WriteAsync(Input input, Submission submission, DecisionCheck check, CancellationToken cancel)
    {
        var confirmed = input.Decision is Step.Keep or Step.Uphold
            ? await db.SubmissionDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.SubmissionId == submission.Id && d.Version == submission.CurrentVersion && d.Round == submission.DecidedRound, cancel)
            : null;
        var decision = new SubmissionDecision
        {
            SubmissionId = submission.Id, Version = input.Version, Round = submission.Round, Step = input.Decision,
            Reason = confirmed?.Reason ?? check.Reason?.Key, ReasonVersion = confirmed?.ReasonVersion ?? check.Reason?.Version ?? 0,
            Redactions = confirmed?.Redactions ?? (check.Redactions.Count == 0 ? null : Redaction.Write(check.Redactions)),
            MergedIntoId = input.Decision == Step.Merge ? input.MergeInto : confirmed?.MergedIntoId,
            Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim(), ModeratorId = user.Id,
            AskedUtc = submission.WaitsSinceUtc ?? submission.ReceivedUtc, DecidedUtc = clock.UtcNow, IsAnswer = submission.State == SubmissionState.Appealed,
        };
        db.SubmissionDecisions.Add(decision);
        return decision;
    }

    /// <summary>Nothing about the question is open any more: claims end, reports are settled and lose their notes, and what was merged into a text that is not shown is taken up again.</summary>
    async Task SettleAsync(Submission submission, DateTime now, CancellationToken cancel)
    {
        db.SubmissionClaims.RemoveRange(await db.SubmissionClaims.Where(c => c.SubmissionId == submission.Id).ToListAsync(cancel));
        foreach (var report in await db.SubmissionReports.Where(r => r.SubmissionId == submission.Id && r.SettledUtc == null).ToListAsync(cancel)) (report.SettledUtc, report.Note) = (now, null);
        if (submission.State is SubmissionState.Declined or SubmissionState.Merged) await merged.ReopenAsync(submission.Id, now, cancel);
    }

    static string KindOf(SubmissionDecision decision) => decision.Step switch
    {
        Step.Keep => "kept",
        Step.Uphold => "upheld",
        _ => decision.IsAnswer ? "reversed" : "decided",
    };
}
