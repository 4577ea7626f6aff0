using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Abuse;
using Portal.Moderation.Attachments;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;
using Portal.Moderation.Text;

namespace Portal.Moderation.Actions;

/// <summary>Takes in what somebody says to an open consultation, and gives the receipt with which they find it again.</summary>
/// <remarks>Answered when it is durable. Sending the same ticket with the same text again gives the same receipt and adds nothing. Where the consultation asks for a confirmed address, and for an answer to another comment, it waits until a link in a mail was followed.</remarks>
public sealed class ReceiveSubmission(
    PortalDb db, UnitOfWork work, CurrentUser user, FindConsultation find, SubmissionIntake intake, Tickets tickets, AbuseControl abuse, HeldFiles held, SubmissionContacts contacts,
    SubmissionMails mails, ParticipationMails participation, FollowConsultation follow, AuditTrail audit, IOptions<ParticipationSettings> settings, TimeProvider clock)
{
    /// <summary>Limits in UTF-16 units.</summary>
    public const int LongestBody = SubmissionRules.LongestBody, LongestName = SubmissionRules.LongestName;

    /// <param name="Consultation">Localization set or ContentItemId of any culture.</param>
    /// <param name="Consent">Version of the consent text agreed to.</param>
    /// <param name="ArrivedUtc">When the request arrived: that instant decides whether the window was open, however long the answer takes.</param>
    public sealed record Input(
        string Consultation, string Culture, string? SectionId, string Body, string? DisplayName, string? OnBehalfOf, string? Email, string? Consent, string? Ticket, string Channel, DateTime ArrivedUtc)
    {
        /// <summary>Answers to a questionnaire; the text may then be empty, and its length is the questionnaire's matter. Null = a comment.</summary>
        public IEnclosure? Enclosed { get; init; }

        /// <summary>The comment that this one answers.</summary>
        public string? ReplyTo { get; init; }
        /// <summary>What the author says about themselves; its submission id is not looked at.</summary>
        public SubmissionDemographics? AboutYou { get; init; }
        /// <summary>Notes of <see cref="HeldFiles"/>, at most three.</summary>
        public IReadOnlyList<string> Files { get; init; } = [];
        public AbuseControl.Signs Signs { get; init; } = new(null, null, null);
        /// <summary>Withdraws what this one takes the place of, in the same commit: both happen, or neither. Null = it takes no place.</summary>
        public Func<Task<Result<SubmissionState>>>? Replacing { get; init; }
    }

    /// <param name="Receipt">The code, shown once and stored nowhere.</param>
    public sealed record Outcome(string Receipt, SubmissionState State, DateTime ReceivedUtc);

    /// <summary>What was found out about a submission before it is kept.</summary>
    /// <param name="Labels">Still without their submission's id.</param>
    sealed record Draft(Input Input, string Body, string Receipt, Ticket? Ticket, ConsultationFacts Consultation, IReadOnlyList<HeldFile> Files, IReadOnlyList<SubmissionLabel> Labels, bool NeedsConfirmation, string Root)
    {
        public string? Address => SubmissionRules.Blank(Input.Email);
    }

    public async Task<Result<Outcome>> RunAsync(Input input, CancellationToken cancel)
    {
        if (await find.RunAsync(input.Consultation, cancel) is not { } consultation) return Problem.NotFound("There is no such consultation.");

        var isProgram = user.IsTokenFor(ModerationPermissions.SubmissionsScope);
        var ticket = tickets.Read(input.Ticket);
        if (!isProgram && (ticket is null || ticket.ConsultationSet != consultation.Set || ticket.SectionId != input.SectionId)) return Problem.Invalid("ticket", "This form does not belong to this page. Send it once more.");

        var body = ContentText.IsStorable(input.Body) ? Citizens.Normalise(input.Body) : input.Body;
        var receipt = ticket?.Receipt ?? ReceiptCode.New();
        var needsConfirmation = !user.IsSignedIn && (consultation.ParticipationLevel == ConfirmedEmail || input.ReplyTo is not null);
        if (Check(input, body, consultation, needsConfirmation) is { Count: > 0 } errors) return await RepeatedAsync(receipt, body, input.Enclosed, cancel) ?? Problem.Invalid(errors);
        if (MayNotTakePart(consultation) is { } refusal) return refusal;
        if (await MayNotReplyAsync(input, consultation, cancel) is { } noReply) return noReply;
        if (consultation.Milestones.PhaseAt(input.ArrivedUtc) is var phase and not Phase.Open) return await RepeatedAsync(receipt, body, input.Enclosed, cancel) ?? SubmissionRules.NotOpen(phase);
        if (!isProgram && tickets.IsExpired(ticket!)) return await RepeatedAsync(receipt, body, input.Enclosed, cancel) ?? Problem.Invalid("ticket", "This page was open for more than {0} hours. Your text is still here: send it once more.", Tickets.Lifetime.TotalHours);
        var findings = isProgram ? new AbuseFindings([], null) : abuse.Look(ticket!, body, input.Signs);
        if (findings.Refusal is { } challenge) return await RepeatedAsync(receipt, body, input.Enclosed, cancel) ?? challenge;
        if (held.Read(input.Files) is not { Count: <= ParticipationSettings.MostFiles } files) return Problem.Invalid(CleanFile.Field, "One of the files is no longer here. Choose it again.");

        var labels = findings.Labels.Select(l => new SubmissionLabel { SubmissionId = "", Label = l });
        var draft = new Draft(input, body, receipt, ticket, consultation, files, [.. labels], needsConfirmation, await participation.RootAsync() ?? "");
        if (needsConfirmation && draft.Root.Length == 0) return SiteAddress.Unknown;
        try
        {
            var outcome = await (input.Replacing is { } withdraw
                ? work.RunAsync(() => ReplaceAsync(withdraw, draft, cancel), cancel)
                : work.RunGroupedAsync(() => Prepare(draft), submission => KeepAsync(submission, draft, cancel), cancel));
            if (outcome.Succeeded && draft.Address is { } address && !needsConfirmation) await follow.AfterTakingPartAsync(consultation.Set, address, input.Culture, cancel);
            return outcome;
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

    const string ConfirmedEmail = "confirmed-email";

    /// <summary>The earlier one goes first, so that the new one is not found to say the same.</summary>
    async Task<Result<Outcome>> ReplaceAsync(Func<Task<Result<SubmissionState>>> withdraw, Draft draft, CancellationToken cancel) =>
        (await withdraw()).Problem is { } problem ? problem : await KeepAsync(Prepare(draft), draft, cancel);

    /// <summary>Everything that does not need to know what others have sent.</summary>
    Submission Prepare(Draft draft)
    {
        var (input, consultation, now) = (draft.Input, draft.Consultation, clock.UtcNow);
        var submission = new Submission
        {
            Id = Ids.New(), ConsultationSet = consultation.Set, QuestionnaireVersion = input.Enclosed?.QuestionnaireVersion, SectionId = input.SectionId, SectionVersionId = draft.Ticket?.SectionVersionId, Culture = input.Culture, Channel = input.Channel,
            ReceivedUtc = Instant.Round(input.ArrivedUtc), DisplayName = SubmissionRules.Blank(input.DisplayName), OnBehalfOf = SubmissionRules.Blank(input.OnBehalfOf), ConsentVersion = input.Enclosed?.ConsentVersion ?? Consent.Version,
            ReceiptHash = ReceiptCode.Hash(draft.Receipt), AuthorUserId = user.IsSignedIn && !user.IsTokenFor(ModerationPermissions.SubmissionsScope) ? user.Id : null, ReplyToId = input.ReplyTo,
        };
        if (draft.NeedsConfirmation) submission.AwaitConfirmation(now);
        else submission.ComeIn(consultation.IsPostModerated, draft.Body, now);
        input.Enclosed?.AddTo(db, submission);
        intake.Add(submission, draft.Body, now, new(draft.Labels, draft.Files, input.AboutYou));
        // Who was signed in stands with the submission, as long as the account is there; a guest is nobody.
        audit.RecordUnnamed("Submission", "Received", submission.Id);
        // Answers to a questionnaire show on no page while it is open.
        if (submission.IsPublic && input.Enclosed is null) work.Evict(Tags.Set(consultation.Set));
        if (draft.Address is { } address)
        {
            contacts.Add(submission.Id, address);
            if (draft.NeedsConfirmation) participation.AskToConfirm(submission, address, draft.Receipt, draft.Root, settings.Value.ConfirmationDays);
            else mails.TellReceived(submission, address, draft.Receipt);
        }

        return submission;
    }

    async Task<Result<Outcome>> KeepAsync(Submission submission, Draft draft, CancellationToken cancel)
    {
        await intake.TraceAsync(submission, draft.Body, cancel);
        return new Outcome(draft.Receipt, submission.State, submission.ReceivedUtc);
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

    static List<FieldError> Check(Input input, string body, ConsultationFacts consultation, bool needsConfirmation)
    {
        var errors = SubmissionRules.CheckLetters(("body", input.Body), ("displayName", input.DisplayName), ("onBehalfOf", input.OnBehalfOf), ("email", input.Email), ("municipality", input.AboutYou?.MunicipalitySet));
        if (errors.Count > 0) return errors;
        if (input.Enclosed is null) errors.AddRange(SubmissionRules.CheckBody(body));
        errors.AddRange(SubmissionRules.CheckAuthor(input.DisplayName, input.OnBehalfOf, input.Email));
        errors.AddRange(SubmissionRules.CheckAboutYou(input.AboutYou));
        if (needsConfirmation && SubmissionRules.Blank(input.Email) is null) errors.Add(new("email", "An e-mail address is needed here: we send a link to it, and what you send counts once you have followed it."));
        if (input.Consent != (input.Enclosed?.ConsentVersion ?? Consent.Version)) errors.Add(new("consent", "We may take the comment only if you agree to its publication."));
        errors.AddRange(SubmissionRules.CheckPlace(input.Culture, input.SectionId, consultation));
        if (input.Files.Count(f => f.Length > 0) > ParticipationSettings.MostFiles) errors.Add(new(CleanFile.Field, "At most {0} files can be added.", ParticipationSettings.MostFiles));
        return errors;
    }

    Problem? MayNotTakePart(ConsultationFacts consultation) => consultation.ParticipationLevel switch
    {
        "account" when !user.IsSignedIn => Problem.Forbidden("Only people with an account can take part in this consultation."),
        "organisation" when user.OrganisationSet is null => Problem.Forbidden("Only organisations of the network can take part in this consultation."),
        _ => null,
    };

    async Task<Problem?> MayNotReplyAsync(Input input, ConsultationFacts consultation, CancellationToken cancel)
    {
        if (input.ReplyTo is null) return null;
        if (!consultation.AllowsReplies) return Problem.Conflict("In this consultation comments are not answered.");
        var parent = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == input.ReplyTo && s.ConsultationSet == consultation.Set && s.SectionId == input.SectionId, cancel);
        if (parent is null || !parent.IsPublic) return Problem.NotFound("The comment that you answer is no longer there.");
        return parent.ReplyToId is null ? null : Problem.Conflict("An answer is not answered: write to the comment above it.");
    }
}
