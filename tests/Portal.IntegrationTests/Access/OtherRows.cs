using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Data.Actions;
using Portal.IntegrationTests.Hosting;
using Portal.Mail.Actions;
using Portal.Moderation;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
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
        ActionRow.Without<ReceiveSubmission>("a ticket for the consultation, and that it is open: TicketTests, WindowTests"),
        ActionRow.Without<ReportComment>("nothing: any reader may; RequestLimits count it"),
        ActionRow.Without<DecideSubmission>("moderating, and not one's own words: AccessTests, DecisionRuleTests"),
        ActionRow.Without<ExcludeAttachment>("moderating; it acts upon a file, which the demo content has none of"),

        // An author acts by the receipt, or by the link that was mailed; a reader by an account or a mailed link.
        ActionRow.Without<SubmissionOfReceipt>("the receipt: ReceiptTests"),
        ActionRow.Without<EditSubmission>("the receipt"),
        ActionRow.Without<WithdrawSubmission>("the receipt"),
        ActionRow.Without<AppealDecision>("the receipt"),
        ActionRow.Without<ConfirmSubmission>("the mailed link, or the receipt"),
        ActionRow.Without<AgreeWithComment>("an account, or the mailed link"),
        ActionRow.Without<AskToFollow>("nothing: anybody may; RequestLimits count it"),
        ActionRow.Without<FollowConsultation>("the mailed link"),
        ActionRow.Without<AnnouncePhases>("nobody: a job's own"),
        ActionRow.Without<ExpireUnconfirmed>("nobody: a job's own"),
        ActionRow.Without<DiscardHeldFiles>("nobody: a job's own"),
        ActionRow.Of<ClaimSubmission>(MayModerate, async (a, db) => await a.RunAsync((await WaitingAsync(db)).Id, Cancel).ProblemAsync()),
        ActionRow.Of<ReleaseClaim>(MayModerate, async (a, db) => await a.RunAsync((await WaitingAsync(db)).Id, Cancel).ProblemAsync()),
        ActionRow.Of<EscalateSubmission>(MayModerate, async (a, db) => await a.RunAsync(await EscalationAsync(db), Cancel).ProblemAsync()),
        ActionRow.Of<ReopenDecision>(MayModerate, async (a, db) => await a.RunAsync((await WaitingAsync(db)).Id, Cancel).ProblemAsync()),
        ActionRow.Of<WordReason>(Administrator, a => a.RunAsync(new("new-reason", 1, true, false, false, new Dictionary<string, ReasonText>(StringComparer.Ordinal)), Cancel).ProblemAsync()),
        ActionRow.Of<EraseSubmission>(Administrator, async (a, db) => await a.ByAdministratorAsync((await WaitingAsync(db)).Id, "asked by its author", Cancel).ProblemAsync()),
    ];

    static async Task<EscalateSubmission.Input> EscalationAsync(PortalDb db)
    {
        var waiting = await WaitingAsync(db);
        return new(waiting.Id, waiting.CurrentVersion, null, "Somebody else should look.");
    }

    static Task<Submission> WaitingAsync(PortalDb db) => db.Submissions.AsNoTracking().FirstAsync(s => s.WaitsSinceUtc != null);
}

public sealed class QuestionnaireRows : IActionRows
{
    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Without<ReceiveResponse>("a ticket for the consultation, and that it is open, as for comments"),
        ActionRow.Without<SaveQuestionnaire>("editing the consultation: ContentAccess, as for SaveDraft"),
        ActionRow.Without<PublishQuestionnaire>("publishing the consultation: ContentAccess, as for PublishContentItem"),
    ];
}

public sealed class OperationRows : IActionRows
{
    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Of<RunRecipe>(Administrator, a => a.RunAsync(Path.Combine(Repository.Root, "recipes", "blank.recipe.json"), CancellationToken.None).ProblemAsync()),
        ActionRow.Of<RetryDeadMessages>(Administrator, a => a.RunAsync(null, CancellationToken.None).ProblemAsync()),
        ActionRow.Without<RotateLogKey>("being a site owner; it also writes a file, so it is tried where that can be undone: the tests of the transparency log"),
        ActionRow.Without<AppendToLog>("nobody: the sequencer's own job; no page or API calls it"),
        ActionRow.Without<CommitToLog>("nobody: other actions call it inside theirs"),
        ActionRow.Without<EraseOwnData>("being signed in, and for oneself only: ErasureTests"),
        ActionRow.Without<SendMail>("nobody: other actions call it inside theirs"),
    ];
}
