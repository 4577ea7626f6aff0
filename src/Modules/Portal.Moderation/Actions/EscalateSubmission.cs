using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;

namespace Portal.Moderation.Actions;

/// <summary>Leaves a submission to a named other person, or to anybody else who moderates. Whoever does that does not decide on it any more.</summary>
public sealed class EscalateSubmission(PortalDb db, UnitOfWork work, CurrentUser user, WhoMayDecide who, Moderators moderators, ModeratorMails mails, SubmissionHistory history, AuditTrail audit, TimeProvider clock)
{
    /// <param name="Version">The version that the moderator read.</param>
    /// <param name="To">Account of the one who is to decide; null = anybody else.</param>
    /// <param name="Note">A word to whoever decides; the author does not see it.</param>
    public sealed record Input(string SubmissionId, int Version, string? To, string? Note);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(ModerationPermissions.Moderate);
        var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == input.SubmissionId, cancel);
        if (submission is null) return Problem.NotFound("There is no such submission.");
        if (submission.CurrentVersion != input.Version) return Problem.Conflict("The author changed the text meanwhile. Read it again.");
        if (await who.WhyNotAsync(submission, cancel) is { } why) return Problem.Forbidden(why);
        var now = clock.UtcNow;
        if (await db.SubmissionClaims.AnyAsync(c => c.SubmissionId == submission.Id && c.UserId != user.Id && c.UntilUtc > now, cancel)) return ClaimSubmission.Taken;
        if (submission.Next(Step.Escalate) is null) return Problem.Conflict("This submission cannot be left to somebody else any more.");
        if (input.Note is { } note && (note.Length > DecideSubmission.LongestNote || !ContentText.IsStorable(note))) return Problem.Invalid("note", "At most {0} characters are possible here.", DecideSubmission.LongestNote);

        var others = (await moderators.RunAsync(cancel)).Where(m => !m.IsClosed && m.Id != user.Id && m.Id != submission.AuthorUserId).ToList();
        var to = string.IsNullOrEmpty(input.To) ? null : input.To;
        if (to is not null && others.All(m => m.Id != to)) return Problem.Invalid("to", "Choose somebody else who may decide on this submission.");
        if (others.Count == 0) return Problem.Invalid("to", "There is nobody else who may decide.");

        submission.Take(Step.Escalate, now);
        db.SubmissionEscalations.Add(new() { SubmissionId = submission.Id, Round = submission.Round, ById = user.Id, ToId = to, Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim(), AtUtc = now });
        db.SubmissionClaims.RemoveRange(await db.SubmissionClaims.Where(c => c.SubmissionId == submission.Id).ToListAsync(cancel));
        history.Record(submission, "escalated", now);
        audit.Record("Submission", "Escalated", submission.Id, new JsonObject { ["to"] = to });
        // Without a second moderator it is the administrators' turn.
        foreach (var one in others.Where(m => to is not null ? m.Id == to : others.All(o => o.IsAdministrator))) await mails.TellLeftToAsync(one, submission.Id, cancel);
        return default(Done);
    }, cancel);
}
