using Microsoft.EntityFrameworkCore;
using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Consultations.Queries;
using Portal.Moderation.Attachments;
using Portal.Moderation.Models;
using Portal.Moderation.Offline;
using Portal.Moderation.Text;

namespace Portal.Moderation.Actions;

/// <summary>Staff enter what somebody said on paper, at a meeting or by e-mail, with the day on which it was received. From then on it is a submission like any other: with its receipt, moderated, counted.</summary>
/// <remarks>The receipt follows from the ticket and the number: entering the same once more gives the same receipt and adds nothing. The scanned form is for moderators only.</remarks>
public sealed class EnterSubmission(
    PortalDb db, UnitOfWork work, CurrentUser user, FindConsultation find, Tickets tickets, HeldFiles held, SubmissionIntake intake, SubmissionContacts contacts, SubmissionMails mails, FollowConsultation follow, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What a ticket for entering names in the place of a section.</summary>
    public const string TicketPlace = "offline-entries";

    /// <param name="Consultation">Localization set or ContentItemId of any culture.</param>
    /// <param name="Ticket">From the page on which it is entered.</param>
    /// <param name="Number">Which one it is of those that are entered with the ticket.</param>
    /// <param name="Channel">One of <see cref="Channels.Offline"/>.</param>
    /// <param name="ReceivedOn">Day in the consultation's zone, within its window.</param>
    /// <param name="Culture">Culture code of the author's words.</param>
    /// <param name="HasAgreed">The author has agreed to <see cref="Consent.OfflineText"/>, or to what the filled-in form asks for.</param>
    /// <param name="Scan">Note of <see cref="HeldFiles"/>: the scanned form; null = none.</param>
    public sealed record Input(
        string Consultation, string? Ticket, int Number, string Channel, DateOnly? ReceivedOn, string Culture, string? SectionId, string Body, string? DisplayName, string? OnBehalfOf, string? Email, bool HasAgreed, string? Scan)
    {
        /// <summary>What the author says about themselves; its submission id is not looked at.</summary>
        public SubmissionDemographics? AboutYou { get; init; }
        /// <summary>A filled-in form instead of a comment; its own words are the body.</summary>
        public IEnclosure? Enclosed { get; init; }
    }

    /// <param name="Receipt">The code, shown once and stored nowhere.</param>
    /// <param name="Waits">A moderator has something to read in it.</param>
    public sealed record Outcome(string SubmissionId, string Receipt, string Culture, string Channel, DateTime ReceivedUtc, string Body, bool Waits);

    public Task<Result<Outcome>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Outcome>(async () =>
    {
        user.Demand(ModerationPermissions.Enter);
        if (await find.RunAsync(input.Consultation, cancel) is not { } consultation) return Problem.NotFound("There is no such consultation.");
        if (tickets.Read(input.Ticket) is not { SectionId: TicketPlace } ticket || ticket.ConsultationSet != consultation.Set || tickets.IsExpired(ticket)) return Problem.Invalid("ticket", "This form does not belong to this page. Send it once more.");

        var receipt = ReceiptCode.Of(ticket.Receipt, input.Number);
        if (await KnownAsync(receipt, cancel) is { } known) return known;
        if (OfflineRules.WhyNotIn(consultation.Milestones.PhaseAt(clock.UtcNow)) is { } closed) return closed;
        var body = ContentText.IsStorable(input.Body) ? Citizens.Normalise(input.Body) : input.Body;
        if (OfflineRules.Check(input, body, consultation, clock.UtcNow) is { Count: > 0 } errors) return Problem.Invalid(errors);
        if (held.Read(input.Scan is { Length: > 0 } note ? [note] : []) is not { } scans) return Problem.Invalid("scan", "The scanned form is no longer here. Choose it again.");

        return await KeepAsync(input, consultation, receipt, body, scans, cancel);
    }, cancel);

    async Task<Result<Outcome>> KeepAsync(Input input, ConsultationFacts consultation, string receipt, string body, IReadOnlyList<HeldFile> scans, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var submission = new Submission
        {
            Id = Ids.New(), ConsultationSet = consultation.Set, QuestionnaireVersion = input.Enclosed?.QuestionnaireVersion, SectionId = input.SectionId, Culture = input.Culture, Channel = input.Channel, ReceivedUtc = Instant.Round(OfflineRules.InstantOf(input.ReceivedOn!.Value, consultation, now)),
            DisplayName = SubmissionRules.Blank(input.DisplayName), OnBehalfOf = SubmissionRules.Blank(input.OnBehalfOf), ConsentVersion = input.Enclosed?.ConsentVersion ?? Consent.Offline, ReceiptHash = ReceiptCode.Hash(receipt),
        };
        // Moderators' time runs from now on, not from the day on which a form lay in a box.
        submission.ComeIn(consultation.IsPostModerated, body, now);
        input.Enclosed?.AddTo(db, submission);
        db.OfflineEntries.Add(new() { SubmissionId = submission.Id, ConsultationSet = consultation.Set, EnteredById = user.Id, EnteredUtc = now });
        intake.Add(submission, body, now, new([], scans, input.AboutYou, KeepsFiles: true));
        await intake.TraceAsync(submission, body, cancel);
        audit.Record("Submission", "Entered", submission.Id, new JsonObject { ["channel"] = input.Channel });
        work.Evict(Tags.Set(consultation.Set));
        if (SubmissionRules.Blank(input.Email) is { } address)
        {
            contacts.Add(submission.Id, address);
            mails.TellReceived(submission, address, receipt);
            if ((await follow.AfterTakingPartAsync(consultation.Set, address, input.Culture, cancel)).Problem is { } problem) return problem;
        }

        return new Outcome(submission.Id, receipt, submission.Culture, submission.Channel, submission.ReceivedUtc, body, submission.WaitsSinceUtc is not null);
    }

    async Task<Outcome?> KnownAsync(string receipt, CancellationToken cancel)
    {
        var hash = ReceiptCode.Hash(receipt);
        return await (from submission in db.Submissions
                      join version in db.SubmissionVersions on new { submission.Id, Number = 1 } equals new { Id = version.SubmissionId, version.Number }
                      where submission.ReceiptHash == hash
                      select new Outcome(submission.Id, receipt, submission.Culture, submission.Channel, submission.ReceivedUtc, version.Body, submission.WaitsSinceUtc != null)).AsNoTracking().SingleOrDefaultAsync(cancel);
    }
}
