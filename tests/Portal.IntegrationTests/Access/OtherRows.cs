using Portal.IntegrationTests.Hosting;
using Portal.Mail.Actions;
using Portal.Moderation.Actions;
using Portal.Recipes.Actions;
using Portal.Recommendations.Actions;
using Portal.TransparencyLog.Actions;
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

public sealed class ModerationRows : IActionRows
{
    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Without<ReceiveSubmission>("a ticket for the consultation, and that it is open: TicketTests, WindowTests"),
        ActionRow.Without<DecideSubmission>("moderating, and not one's own words: AccessTests, DecisionRuleTests"),
    ];
}

public sealed class OperationRows : IActionRows
{
    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Of<RunRecipe>(Administrator, a => a.RunAsync(Path.Combine(Repository.Root, "recipes", "blank.recipe.json"), CancellationToken.None).ProblemAsync()),
        ActionRow.Without<RotateLogKey>("being a site owner; it also writes a file, so it is tried where that can be undone: the tests of the transparency log"),
        ActionRow.Without<AppendToLog>("nobody: the sequencer's own job; no page or API calls it"),
        ActionRow.Without<CommitToLog>("nobody: other actions call it inside theirs"),
        ActionRow.Without<SendMail>("nobody: other actions call it inside theirs"),
    ];
}
