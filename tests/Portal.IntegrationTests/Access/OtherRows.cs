using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.Cms.Data.Actions;
using Portal.Cms.Localization;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;
using Portal.Mail.Actions;
using Portal.Moderation;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Text;
using Portal.Questionnaires.Actions;
using Portal.Recipes.Actions;
using Portal.Recommendations.Actions;
using Portal.TransparencyLog.Actions;
using Portal.Users.Actions;
using static Portal.IntegrationTests.Access.Who;

namespace Portal.IntegrationTests.Access;

public sealed class RecommendationRows : IActionRows
{
    static readonly CancellationToken Cancel = CancellationToken.None;

    /// <summary>One that is addressed to <see cref="WhoMayDoWhatTests.Addressed"/>, and one that the owner made.</summary>
    const string ToTheAddressed = "rec-02", OfTheOwner = "rec-04";

    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Of<RecordInstitutionStatus>(OfficialAddressed | NetworkEditor | Administrator, a => a.RunAsync("acknowledged", new(ToTheAddressed, null, null), Cancel).ProblemAsync()),
        ActionRow.Of<RecordVerdict>(MemberOfOwner | Who.OrganisationOwner | NetworkEditor | Administrator, a => a.RunAsync("confirmed", new(OfTheOwner, null, null), Cancel).ProblemAsync()),
    ];
}

/// <summary>Upon a comment that waits.</summary>
public sealed class ModerationRows : IActionRows
{
    const Who MayModerate = Moderator | Administrator;

    static readonly CancellationToken Cancel = CancellationToken.None;

    public IEnumerable<ActionRow> Rows =>
    [
        // Anybody may speak and report; what is asked for is a ticket for the very page, and that the consultation is open: TicketTests, WindowTests.
        ActionRow.Of<ReceiveSubmission>(Everybody, async (a, db, services) => await a.RunAsync(new(Participant.OpenConsultation, "en", null, "Words of whoever it is.", null, null, null, Consent.Version, TicketFor(services, null), "web", Template.Start), Cancel).ProblemAsync()),
        ActionRow.Of<ReportComment>(Everybody, async (a, db, services) =>
        {
            var id = (await PublishedAsync(db)).Id;
            return await a.RunAsync(new(id, "insult", null, TicketFor(services, ReportComment.TicketFor(id)), null), Cancel).ProblemAsync();
        }),
        ActionRow.Of<AskToFollow>(Everybody, a => a.RunAsync(Participant.OpenConsultation, $"{Ids.New()}@example.org", Culture.En, Cancel).ProblemAsync()),

        // An author acts by the receipt, whoever holds it.
        ActionRow.Of<SubmissionOfReceipt>(Everybody, async (a, db) => await a.FindAsync(await ReceiptAsync(db), Cancel) is null ? SubmissionOfReceipt.NoSuchReceipt : null),
        ActionRow.Of<EditSubmission>(Everybody, async (a, db) => await a.RunAsync(new(await ReceiptAsync(db), 1, "Another text.", Template.Start), Cancel).ProblemAsync()),
        ActionRow.Of<WithdrawSubmission>(Everybody, async (a, db) => await a.RunAsync(await ReceiptAsync(db), Cancel).ProblemAsync()),
        ActionRow.Of<AppealDecision>(Everybody, async (a, db) => await a.RunAsync(await ReceiptAsync(db), "Why?", Cancel).ProblemAsync()),
        ActionRow.Of<ConfirmSubmission>(Everybody, async (a, db) => await a.ResendAsync(await ReceiptAsync(db), Cancel).ProblemAsync()),
        ActionRow.Of<EditSubmission>(Who.None, a => a.RunAsync(new(ReceiptCode.New(), 1, "Another text.", Template.Start), Cancel).ProblemAsync()),
        ActionRow.Of<WithdrawSubmission>(Who.None, a => a.RunAsync(ReceiptCode.New(), Cancel).ProblemAsync()),
        ActionRow.Of<AppealDecision>(Who.None, a => a.RunAsync(ReceiptCode.New(), "Why?", Cancel).ProblemAsync()),
        ActionRow.Of<AgreeWithComment>(SignedIn, async (a, db) => await a.AsAccountAsync((await PublishedAsync(db)).Id, Cancel).ProblemAsync()),
        ActionRow.Of<FollowConsultation>(Who.None, a => a.StopOwnAsync("a follow of somebody else", Cancel).ProblemAsync()),
        ActionRow.Without<AnnouncePhases>("nobody: a job's own; no page, API or command calls it"),
        ActionRow.Without<ExpireUnconfirmed>("nobody: a job's own; no page, API or command calls it"),
        ActionRow.Without<DiscardHeldFiles>("nobody: a job's own; no page, API or command calls it"),

        // Nobody decides on their own words: AccessTests, DecisionRuleTests.
        ActionRow.Of<DecideSubmission>(MayModerate, async (a, db) => await a.RunAsync(new((await WaitingAsync(db)).Id, (await WaitingAsync(db)).CurrentVersion, Step.Publish, null, null, []), Cancel).ProblemAsync()),
        ActionRow.Of<ExcludeAttachment>(MayModerate, async (a, db) =>
        {
            var file = new SubmissionAttachment { Id = Ids.New(), SubmissionId = (await WaitingAsync(db)).Id, Number = 1, FileName = "a.png", ContentType = "image/png" };
            db.SubmissionAttachments.Add(file);
            await db.SaveChangesAsync(Cancel);
            return await a.RunAsync(file.Id, exclude: true, Cancel).ProblemAsync();
        }),
        ActionRow.Of<ClaimSubmission>(MayModerate, async (a, db) => await a.RunAsync((await WaitingAsync(db)).Id, Cancel).ProblemAsync()),
        ActionRow.Of<ReleaseClaim>(MayModerate, async (a, db) => await a.RunAsync((await WaitingAsync(db)).Id, Cancel).ProblemAsync()),
        ActionRow.Of<EscalateSubmission>(MayModerate, async (a, db) => await a.RunAsync(await EscalationAsync(db), Cancel).ProblemAsync()),
        ActionRow.Of<ReopenDecision>(MayModerate, async (a, db) => await a.RunAsync((await WaitingAsync(db)).Id, Cancel).ProblemAsync()),
        ActionRow.Of<EnterSubmission>(MayModerate | NetworkEditor, async (a, db) => await a.RunAsync(await EntryAsync(db), Cancel).ProblemAsync()),
        ActionRow.Of<EnterSubmissions>(MayModerate | NetworkEditor, async (a, db) => await a.RunAsync([await EntryAsync(db)], Cancel).ProblemAsync()),
        ActionRow.Of<WordReason>(Administrator, a => a.RunAsync(new("new-reason", 1, true, false, false, new Dictionary<string, ReasonText>(StringComparer.Ordinal)), Cancel).ProblemAsync()),
        ActionRow.Of<EraseSubmission>(Administrator, async (a, db) => await a.ByAdministratorAsync((await WaitingAsync(db)).Id, "asked by its author", Cancel).ProblemAsync()),
    ];

    static async Task<EscalateSubmission.Input> EscalationAsync(PortalDb db)
    {
        var waiting = await WaitingAsync(db);
        return new(waiting.Id, waiting.CurrentVersion, null, "Somebody else should look.");
    }

    static string TicketFor(IServiceProvider services, string? section) => services.GetRequiredService<Tickets>().Issue(Participant.OpenConsultation, section, null);

    /// <returns>The receipt of a comment that waits, made known here: nobody else has it.</returns>
    static async Task<string> ReceiptAsync(PortalDb db)
    {
        var (code, id) = (ReceiptCode.New(), (await WaitingAsync(db)).Id);
        await db.Submissions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.ReceiptHash, ReceiptCode.Hash(code)), Cancel);
        return code;
    }

    static Task<Submission> PublishedAsync(PortalDb db) => db.Submissions.AsNoTracking().FirstAsync(s => s.ConsultationSet == Participant.OpenConsultation && s.State == SubmissionState.Published && s.QuestionnaireVersion == null);

    static async Task<EnterSubmission.Input> EntryAsync(PortalDb db) => new((await WaitingAsync(db)).ConsultationSet, null, 1, "paper", null, "en", null, "Written on a form.", null, null, null, HasAgreed: true, null);

    static Task<Submission> WaitingAsync(PortalDb db) => db.Submissions.AsNoTracking().FirstAsync(s => s.WaitsSinceUtc != null);
}

public sealed class QuestionnaireRows : IActionRows
{
    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Without<ReceiveResponse>("a ticket for the consultation, and that it is open, as for comments, through whose action it goes: ResponseApiTests, AnsweringTests"),
        ActionRow.Of<SaveQuestionnaire>(MemberOfOwner | Who.OrganisationOwner | NetworkEditor | Translator | Administrator, async (a, db) => await a.RunAsync(new(await OwnAsync(db), new(), null), CancellationToken.None).ProblemAsync()),
        ActionRow.Of<PublishQuestionnaire>(NetworkEditor | Administrator, async (a, db) => await a.RunAsync(new(await OwnAsync(db), null), CancellationToken.None).ProblemAsync()),
    ];

    /// <returns>The consultation that has a questionnaire, made the owner's.</returns>
    static async Task<string> OwnAsync(PortalDb db)
    {
        await db.ContentItems.Where(i => i.LocalizationSet == Participant.OpenConsultation).ExecuteUpdateAsync(i => i.SetProperty(x => x.OrganisationSet, WhoMayDoWhatTests.Owner));
        return Participant.OpenConsultation;
    }
}

public sealed class OperationRows : IActionRows
{
    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Of<RunRecipe>(Administrator, a => a.RunAsync(Path.Combine(Repository.Root, "recipes", "blank.recipe.json"), CancellationToken.None).ProblemAsync()),
        ActionRow.Of<RetryDeadMessages>(Administrator, a => a.RunAsync(null, CancellationToken.None).ProblemAsync()),
        ActionRow.Without<RotateLogKey>("being a site owner; it also writes a file, so it is tried where that can be undone: LogTests"),
        ActionRow.Without<AppendToLog>("nobody: the sequencer's own job; no page or API calls it"),
        ActionRow.Without<CommitToLog>("nobody: other actions call it inside theirs"),
        ActionRow.Of<EraseOwnData>(SignedIn, a => a.RunAsync(isSure: true, CancellationToken.None).ProblemAsync()),
        ActionRow.Without<SendMail>("nobody: other actions call it inside theirs"),
    ];
}
