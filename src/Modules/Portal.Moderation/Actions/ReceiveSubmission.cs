using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Actions;

/// <summary>Takes in what somebody says to an open consultation, and gives the receipt with which they find it again.</summary>
/// <remarks>Answered when it is durable. Sending the same ticket with the same text again gives the same receipt and adds nothing.</remarks>
public sealed class ReceiveSubmission(
    PortalDb db, UnitOfWork work, CurrentUser user, FindConsultation find, Tickets tickets, SubmissionContacts contacts, SubmissionMails mails, SubmissionHistory history, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Limits in UTF-16 units.</summary>
    public const int LongestBody = 10_000, LongestName = 100, LongestAddress = 254;

    /// <param name="Consultation">Localization set or ContentItemId of any culture.</param>
    /// <param name="Consent">Version of the consent text agreed to.</param>
    /// <param name="ArrivedUtc">When the request arrived: that instant decides whether the window was open, however long the answer takes.</param>
    public sealed record Input(
        string Consultation, string Culture, string? SectionId, string Body, string? DisplayName, string? OnBehalfOf, string? Email, string? Consent, string? Ticket, string Channel, DateTime ArrivedUtc)
    {
        /// <summary>Answers to a questionnaire; the text may then be empty, and its length is the questionnaire's matter. Null = a comment.</summary>
        public IEnclosure? Enclosed { get; init; }

        /// <summary>There is nothing that anybody would have to read before it is published.</summary>
        public bool IsWordless(string body) => Enclosed is not null && body.Length == 0 && string.IsNullOrWhiteSpace(DisplayName) && string.IsNullOrWhiteSpace(OnBehalfOf);
    }

    /// <param name="Receipt">The code, shown once and stored nowhere.</param>
    public sealed record Outcome(string Receipt, SubmissionState State, DateTime ReceivedUtc);

    public async Task<Result<Outcome>> RunAsync(Input input, CancellationToken cancel)
    {
        if (await find.RunAsync(input.Consultation, cancel) is not { } consultation) return Problem.NotFound("There is no such consultation.");

        var isProgram = user.IsTokenFor(ModerationPermissions.SubmissionsScope);
        var ticket = tickets.Read(input.Ticket);
        if (!isProgram && (ticket is null || ticket.ConsultationSet != consultation.Set || ticket.SectionId != input.SectionId)) return Problem.Invalid("ticket", "This form does not belong to this page. Send it once more.");

        var body = ContentText.IsStorable(input.Body) ? Citizens.Normalise(input.Body) : input.Body;
        var receipt = ticket?.Receipt ?? ReceiptCode.New();
        if (Check(input, body, consultation) is { Count: > 0 } errors) return await RepeatedAsync(receipt, body, input.Enclosed, cancel) ?? Problem.Invalid(errors);
        if (MayNotTakePart(consultation) is { } refusal) return refusal;
        if (consultation.Milestones.PhaseAt(input.ArrivedUtc) is var phase and not Phase.Open) return await RepeatedAsync(receipt, body, input.Enclosed, cancel) ?? NotOpen(phase);
        if (!isProgram && tickets.IsExpired(ticket!)) return await RepeatedAsync(receipt, body, input.Enclosed, cancel) ?? Problem.Invalid("ticket", "This page was open for more than {0} hours. Your text is still here: send it once more.", Tickets.Lifetime.TotalHours);

        try
        {
            return await work.RunGroupedAsync(() => Task.FromResult(Keep(input, body, receipt, ticket, consultation)), cancel);
        }
        catch (DbUpdateException) when (ticket is not null)
        {
            // The unique receipt says that this ticket was sent before: a second click, or a reload.
            if (await RepeatedAsync(receipt, body, input.Enclosed, cancel) is { } first) return first;
            var hash = ReceiptCode.Hash(receipt);
            if (!await db.Submissions.AnyAsync(s => s.ReceiptHash == hash, cancel)) throw;
            return Problem.Conflict("This form was sent before, with another text. Open the page once more to send a further comment.");
        }
    }

    Result<Outcome> Keep(Input input, string body, string receipt, Ticket? ticket, ConsultationFacts consultation)
    {
        var now = clock.UtcNow;
        var submission = new Submission
        {
            Id = Ids.New(), ConsultationSet = consultation.Set, QuestionnaireVersion = input.Enclosed?.QuestionnaireVersion, SectionId = input.SectionId, SectionVersionId = ticket?.SectionVersionId, Culture = input.Culture, Channel = input.Channel,
            ReceivedUtc = Instant.Round(input.ArrivedUtc), DisplayName = Blank(input.DisplayName), OnBehalfOf = Blank(input.OnBehalfOf), ConsentVersion = input.Enclosed?.ConsentVersion ?? Consent.Version,
            ReceiptHash = ReceiptCode.Hash(receipt), AuthorUserId = user.IsSignedIn && !user.IsTokenFor(ModerationPermissions.SubmissionsScope) ? user.Id : null,
        };
        submission.Take(consultation.IsPostModerated ? Step.PublishUnreviewed : Step.Enqueue, now);
        if (input.IsWordless(body) && !submission.IsPublic) submission.Take(Step.Publish, now);
        db.Submissions.Add(submission);
        db.SubmissionVersions.Add(new() { SubmissionId = submission.Id, Number = 1, Body = body, CreatedUtc = now });
        input.Enclosed?.AddTo(db, submission);
        history.Record(submission, "received", now);
        audit.Record("Submission", "Received", submission.Id);
        // Answers to a questionnaire show on no page while it is open.
        if (submission.IsPublic && input.Enclosed is null) work.Evict(Tags.Set(consultation.Set));
        if (Blank(input.Email) is { } address)
        {
            contacts.Add(submission.Id, address);
            mails.TellReceived(submission, address, receipt);
        }

        return new Outcome(receipt, submission.State, submission.ReceivedUtc);
    }

    /// <returns>The first answer again, if this very text was taken in under the receipt before.</returns>
    async Task<Result<Outcome>?> RepeatedAsync(string receipt, string body, IEnclosure? enclosed, CancellationToken cancel)
    {
        var hash = ReceiptCode.Hash(receipt);
        var known = await (from submission in db.Submissions
                           join version in db.SubmissionVersions on submission.Id equals version.SubmissionId
                           where submission.ReceiptHash == hash && version.Number == 1 && version.Body == body
                           select new { submission.Id, submission.State, submission.ReceivedUtc }).AsNoTracking().SingleOrDefaultAsync(cancel);
        return known is null || (enclosed is not null && !await enclosed.IsSameAsync(db, known.Id, cancel)) ? (Result<Outcome>?)null : new Outcome(receipt, known.State, known.ReceivedUtc);
    }

    static List<FieldError> Check(Input input, string body, ConsultationFacts consultation)
    {
        var errors = new List<FieldError>();
        foreach (var (field, text) in new[] { ("body", input.Body), ("displayName", input.DisplayName), ("onBehalfOf", input.OnBehalfOf), ("email", input.Email) })
        {
            if (text is not null && !ContentText.IsStorable(text)) errors.Add(new(field, "The text contains a character that cannot be stored."));
        }

        // Such a text cannot even be measured or compared; the other rules wait until it is gone.
        if (errors.Count > 0) return errors;
        if (body.Length == 0 && input.Enclosed is null) errors.Add(new("body", "Write your comment."));
        if (body.Length > LongestBody && input.Enclosed is null) errors.Add(new("body", "The comment has {0} characters; {1} are possible.", body.Length, LongestBody));
        if (input.DisplayName?.Length > LongestName) errors.Add(new("displayName", "At most {0} characters are possible here.", LongestName));
        if (input.OnBehalfOf?.Length > LongestName) errors.Add(new("onBehalfOf", "At most {0} characters are possible here.", LongestName));
        if (Blank(input.Email) is { } address && !IsAddress(address)) errors.Add(new("email", "This is not a complete e-mail address. It looks like name@example.org."));
        if (input.Consent != (input.Enclosed?.ConsentVersion ?? Consent.Version)) errors.Add(new("consent", "We may take the comment only if you agree to its publication."));
        if (!Culture.TryFrom(input.Culture, out _)) errors.Add(new("culture", "There is no culture {0}. There are: {1}.", input.Culture, string.Join(", ", Culture.All)));
        if (input.SectionId is not null && !consultation.SectionIds.Contains(input.SectionId, StringComparer.Ordinal)) errors.Add(new("sectionId", "This consultation has no section {0}.", input.SectionId));
        return errors;
    }

    Problem? MayNotTakePart(ConsultationFacts consultation) => consultation.ParticipationLevel switch
    {
        "guest" => null,
        "account" when user.IsSignedIn => null,
        "organisation" when user.OrganisationSet is not null => null,
        "account" => Problem.Forbidden("Only people with an account can take part in this consultation."),
        "organisation" => Problem.Forbidden("Only organisations of the network can take part in this consultation."),
        _ => Problem.Forbidden("This consultation asks for a confirmed e-mail address."),
    };

    static Problem NotOpen(Phase phase) => phase is Phase.Draft or Phase.Announced
        ? Problem.Conflict("This consultation is not open yet.")
        : Problem.Conflict("This consultation has closed. Your comment was not sent; you can copy it from this page.");

    static bool IsAddress(string text) => text.Length <= LongestAddress && !text.Any(char.IsControl) && MailAddress.TryCreate(text, out var parsed) && parsed.Address == text && text[(text.LastIndexOf('@') + 1)..].Contains('.', StringComparison.Ordinal);

    static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();
}
