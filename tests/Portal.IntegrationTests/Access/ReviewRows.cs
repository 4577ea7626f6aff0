using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Notifications.Actions;
using Portal.Review.Actions;
using static Portal.IntegrationTests.Access.Who;

namespace Portal.IntegrationTests.Access;

/// <summary>Upon a public analysis of the owner: where a role is let in, the answer is that there is no draft.</summary>
public sealed class ReviewRows : IActionRows
{
    const Who MayEdit = MemberOfOwner | Who.OrganisationOwner | NetworkEditor | Translator | Administrator, MayPublish = NetworkEditor | Administrator;

    static readonly CancellationToken Cancel = CancellationToken.None;

    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Of<RequestReview>(MayEdit, async (a, db) => await a.RunAsync(await ItemAsync(db), null, Cancel).ProblemAsync()),
        ActionRow.Of<WithdrawReview>(MayEdit, async (a, db) => await a.RunAsync(await ItemAsync(db), Cancel).ProblemAsync()),
        ActionRow.Of<AssignReview>(MayPublish, async (a, db) => await a.RunAsync(await ItemAsync(db), null, Cancel).ProblemAsync()),
        ActionRow.Of<ReturnForChanges>(MayPublish, async (a, db) => await a.RunAsync(await ItemAsync(db), "Mend it.", Cancel).ProblemAsync()),
        ActionRow.Of<ApproveReview>(MayPublish, async (a, db) => await a.RunAsync(await ItemAsync(db), null, Cancel).ProblemAsync()),
        ActionRow.Of<WriteNote>(MayEdit, async (a, db) => await a.RunAsync(await ItemAsync(db), "A note.", Cancel).ProblemAsync()),
        ActionRow.Of<CommentOnPassage>(MayEdit, async (a, db) => await a.RunAsync(new(await ItemAsync(db), "TitlePart.Title", null, "A comment."), Cancel).ProblemAsync()),
        ActionRow.Of<AnswerComment>(MayEdit, async (a, db) => await a.RunAsync(new(await ItemAsync(db), 1, "An answer."), Cancel).ProblemAsync()),
        ActionRow.Of<SaveReviewRules>(Administrator, a => a.RunAsync(new Dictionary<string, int>(StringComparer.Ordinal), Cancel).ProblemAsync()),

        ActionRow.Without<Notify>("another action calls it, inside its own change; people are told only of what they may see"),
        ActionRow.Of<MarkAsRead>(SignedIn, a => a.RunAsync(null, Cancel).ProblemAsync()),
    ];

    static Task<string> ItemAsync(PortalDb db) =>
        db.ContentItems.Where(i => i.ContentType == "PolicyAnalysis" && i.OrganisationSet == WhoMayDoWhatTests.Owner && i.PublishedVersionId != null && i.PublishedVersionId == i.LatestVersionId).Select(i => i.ContentItemId).FirstAsync();
}
