using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Actions;

/// <summary>Publishes, redacts or declines one version of a submission.</summary>
/// <remarks>Nobody decides on what they wrote. Of two decisions on the same version and round the second is refused, whoever comes first: the state machine sees it, or the submission's stamp and the key of the decision do.</remarks>
public sealed class DecideSubmission(PortalDb db, UnitOfWork work, CurrentUser user, SubmissionMails mails, SubmissionContacts contacts, SubmissionHistory history, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Longest note to an author, in UTF-16 units.</summary>
    public const int LongestNote = 2000;

    static readonly Step[] Decisions = [Step.Publish, Step.Redact, Step.Decline];

    /// <param name="Version">The version that the moderator read.</param>
    /// <param name="Decision">Publish, Redact or Decline.</param>
    /// <param name="Reason">Key of <see cref="Reasons"/>; required unless published whole.</param>
    public sealed record Input(string SubmissionId, int Version, Step Decision, string? Reason, string? Note, IReadOnlyList<TextSpan> Redactions);

    /// <returns>The submission's new state.</returns>
    public Task<Result<SubmissionState>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync(() => DecideAsync(input, cancel), cancel);

    static readonly Problem AlreadyDecided = Problem.Conflict("Somebody else has decided on this submission meanwhile.");

    async Task<Result<SubmissionState>> DecideAsync(Input input, CancellationToken cancel)
    {
        user.Demand(ModerationPermissions.Moderate);

        var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == input.SubmissionId, cancel);
        if (submission is null) return Problem.NotFound("There is no such submission.");
        if (submission.CurrentVersion != input.Version) return Problem.Conflict("The author changed the text meanwhile. Read it again.");
        if (submission.MayNotBeDecidedBy(user) is { } why) return Problem.Forbidden(why);
        if (!Decisions.Contains(input.Decision)) return Problem.Invalid("decision", "A decision is one of: {0}.", string.Join(", ", Decisions.Select(d => ModerationTable.Name(d))));
        if (submission.State is SubmissionState.Appealed || ModerationTable.Next(submission.State, input.Decision) is not { } next) return AlreadyDecided;

        var version = await db.SubmissionVersions.SingleAsync(v => v.SubmissionId == submission.Id && v.Number == input.Version, cancel);
        if (Check(input, version.Body, out var redactions) is { Count: > 0 } errors) return Problem.Invalid(errors);

        var now = clock.UtcNow;
        submission.Take(input.Decision, now);
        db.SubmissionDecisions.Add(new()
        {
            SubmissionId = submission.Id, Version = input.Version, Round = submission.Round, Step = input.Decision, Reason = input.Decision == Step.Publish ? null : input.Reason,
            Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim(), Redactions = redactions.Count == 0 ? null : Redaction.Write(redactions), ModeratorId = user.Id, DecidedUtc = now,
        });
        history.Record(submission, "decided", now);
        audit.Record("Submission", "Decided", submission.Id, new JsonObject { ["decision"] = ModerationTable.Name(input.Decision), ["version"] = input.Version });
        if (await contacts.FindAsync(submission.Id, cancel) is { } address) mails.TellDecided(submission, next, input.Reason, input.Note, address);
        work.Evict(Tags.Set(submission.ConsultationSet));
        return next;
    }

    static List<FieldError> Check(Input input, string body, out IReadOnlyList<TextSpan> redactions)
    {
        var errors = new List<FieldError>();
        redactions = [];
        if (input.Decision != Step.Publish && (input.Reason is null || !Reasons.All.ContainsKey(input.Reason))) errors.Add(new("reason", "Choose a reason from the list: {0}.", string.Join(", ", Reasons.All.Keys)));
        if (input.Note is { } note && (note.Length > LongestNote || !ContentText.IsStorable(note))) errors.Add(new("note", "At most {0} characters are possible here.", LongestNote));

        if (input.Decision != Step.Redact)
        {
            if (input.Redactions.Count > 0) errors.Add(new("redactions", "Passages are hidden only with the decision to redact."));
        }
        else if (input.Redactions.Count == 0) errors.Add(new("redactions", "Say which passages are to be hidden."));
        else if (Redaction.Normalise(body, input.Redactions) is not { } spans) errors.Add(new("redactions", "A passage lies outside the text (0 to {0}) or cuts a letter in two.", body.Length));
        else if (spans is [{ Start: 0 } all] && all.Length == body.Length) errors.Add(new("redactions", "Hiding the whole text is not a redaction. Decline it, with the reason."));
        else redactions = spans;
        return errors;
    }
}
