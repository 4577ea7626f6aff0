using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Settings;
using Portal.Consultations.Queries;
using Portal.Moderation.Models;

namespace Portal.Moderation.Actions;

/// <summary>An author shows that the address is theirs: the submission goes to the moderators. May follow the closing of the consultation; what counts is when the text was received.</summary>
public sealed class ConfirmSubmission(
    PortalDb db, UnitOfWork work, SubmissionOfReceipt own, FindConsultation find, SubmissionContacts contacts, AddressKeys keys, ParticipationMails mails, FollowConsultation follow, SubmissionHistory history,
    AuditTrail audit, IOptions<ParticipationSettings> settings, TimeProvider clock)
{
    static readonly Problem Useless = Problem.Conflict("This link no longer leads anywhere: the comment was withdrawn, has expired, or was given another address.");

    /// <param name="submissionId">From the link.</param>
    /// <param name="addressKey">From the link: who was given another address has another link.</param>
    public Task<Result<SubmissionState>> RunAsync(string submissionId, string? addressKey, CancellationToken cancel) => work.RunAsync<SubmissionState>(async () =>
    {
        var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == submissionId, cancel);
        if (submission is null || await contacts.FindAsync(submissionId, cancel) is not { } address || keys.OfAddress(submissionId, address) != addressKey) return Useless;
        if (submission.State != SubmissionState.Received) return submission.State is SubmissionState.Expired or SubmissionState.Withdrawn ? Useless : submission.State;
        if (await find.RunAsync(submission.ConsultationSet, cancel) is not { } consultation) return Useless;
        var now = clock.UtcNow;
        if (now >= Until(submission.ReceivedUtc)) return Problem.Conflict("The {0} days for confirming are over; the comment was not counted.", settings.Value.ConfirmationDays);

        var text = await db.SubmissionVersions.Where(v => v.SubmissionId == submissionId && v.Number == submission.CurrentVersion).Select(v => v.Body).SingleAsync(cancel);
        submission.ComeIn(consultation.IsPostModerated, text, now);
        history.Record(submission, "confirmed", now);
        audit.RecordUnnamed("Submission", "Confirmed", submission.Id);
        mails.TellConfirmed(submission, address);
        work.Evict(Tags.Set(submission.ConsultationSet));
        var followed = await follow.AfterTakingPartAsync(submission.ConsultationSet, address, submission.Culture, cancel);
        return followed.Problem is { } problem ? problem : submission.State;
    }, cancel);

    /// <summary>Sends the link once more to the address that was left.</summary>
    public async Task<Result<Done>> ResendAsync(string? receipt, CancellationToken cancel)
    {
        if (await mails.RootAsync() is not { } root) return SiteAddress.Unknown;
        return await work.RunAsync<Done>(async () =>
        {
            if (await own.FindAsync(receipt, cancel) is not { } submission) return SubmissionOfReceipt.NoSuchReceipt;
            if (submission.State != SubmissionState.Received || await contacts.FindAsync(submission.Id, cancel) is not { } address) return Problem.Conflict("Nothing waits to be confirmed here.");
            // Nobody fills a stranger's mailbox with our help.
            if (clock.UtcNow - submission.ChangedUtc < TimeSpan.FromMinutes(Pause)) return Problem.Conflict("The link was sent a moment ago. Wait {0} minutes, and look among unwanted mail.", Pause);
            submission.AwaitConfirmation(clock.UtcNow);
            mails.RemindToConfirm(submission, address, root, settings.Value.ConfirmationDays);
            audit.RecordUnnamed("Submission", "ConfirmationResent", submission.Id);
            return default(Done);
        }, cancel);
    }

    const int Pause = 5;

    /// <returns>The first instant at which confirming comes too late.</returns>
    public DateTime Until(DateTime receivedUtc) => receivedUtc.AddDays(settings.Value.ConfirmationDays);
}
