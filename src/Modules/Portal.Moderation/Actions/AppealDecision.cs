using Microsoft.Extensions.Options;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Actions;

/// <summary>The author of a comment that was declined, or published with hidden passages, asks for another look: once, within the appeal window. Somebody else decides.</summary>
public sealed class AppealDecision(PortalDb db, SubmissionOfReceipt own, UnitOfWork work, SubmissionHistory history, AuditTrail audit, IOptions<ParticipationSettings> settings, TimeProvider clock)
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestWords = 2000;

    /// <param name="words">Why; may be empty.</param>
    public Task<Result<SubmissionState>> RunAsync(string? receipt, string? words, CancellationToken cancel) => work.RunAsync<SubmissionState>(async () =>
    {
        if (await own.FindAsync(receipt, cancel) is not { } submission) return SubmissionOfReceipt.NoSuchReceipt;
        if (SubmissionRules.CheckLetters(("words", words)) is { Count: > 0 } letters) return Problem.Invalid(letters);
        var text = Citizens.Normalise(words ?? "");
        if (text.Length > LongestWords) return Problem.Invalid("words", "At most {0} characters are possible here.", LongestWords);

        var now = clock.UtcNow;
        if (submission.AppealedUtc is not null) return Problem.Conflict("An appeal is possible once; you have made it.");
        if (submission.Next(Step.Appeal) is null) return Problem.Conflict("There is nothing to appeal against: the comment was published as it stands, or is not decided on yet.");
        if (now >= Until(submission.ChangedUtc)) return Problem.Conflict("The time for an appeal is over; it was {0} days from the decision.", settings.Value.AppealDays);

        submission.Take(Step.Appeal, now);
        db.SubmissionAppeals.Add(new() { SubmissionId = submission.Id, Words = text, AppealedUtc = now });
        history.Record(submission, "appealed", now);
        audit.RecordUnnamed("Submission", "Appealed", submission.Id);
        work.Evict(Tags.Set(submission.ConsultationSet));
        return submission.State;
    }, cancel);

    /// <returns>The first instant at which an appeal comes too late.</returns>
    public DateTime Until(DateTime decidedUtc) => decidedUtc.AddDays(settings.Value.AppealDays);
}
