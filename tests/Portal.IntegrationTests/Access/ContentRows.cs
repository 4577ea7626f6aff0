using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Contents.Actions;
using Portal.IntegrationTests.Content;
using Portal.Search.Actions;
using static Portal.IntegrationTests.Access.Who;

namespace Portal.IntegrationTests.Access;

/// <summary>The kernel's actions, upon an analysis of the owner.</summary>
public sealed class ContentRows : IActionRows
{
    const Who MayEdit = MemberOfOwner | Who.OrganisationOwner | NetworkEditor | Translator | Administrator, MayPublish = NetworkEditor | Administrator;

    static readonly Dictionary<string, string> NoWords = new(StringComparer.Ordinal);

    static readonly CancellationToken Cancel = CancellationToken.None;

    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Of<CreateContentItem>(MayEdit | MemberElsewhere, a => a.RunAsync(new("Article", "en", Editing.Text("Something new")), Cancel).ProblemAsync()),
        ActionRow.Of<SaveDraft>(MayEdit, async (a, db) => await a.RunAsync(new((await ItemAsync(db)).Id, Editing.Text("Something else")), Cancel).ProblemAsync()),
        ActionRow.Of<DiscardDraft>(MayEdit, async (a, db) => await a.RunAsync((await ItemAsync(db)).Id, Cancel).ProblemAsync()),
        ActionRow.Of<RestoreContentItem>(MayEdit, async (a, db) => await a.RunAsync(new((await ItemAsync(db)).Id, (await ItemAsync(db)).Version), Cancel).ProblemAsync()),
        ActionRow.Of<PublishContentItem>(MayPublish, async (a, db) => await a.RunAsync((await ItemAsync(db)).Id, Cancel).ProblemAsync()),
        ActionRow.Of<UnpublishContentItem>(MayPublish, async (a, db) => await a.RunAsync((await ItemAsync(db)).Id, Cancel).ProblemAsync()),
        ActionRow.Of<RemoveContentItem>(MayPublish, async (a, db) => await a.RunAsync((await ItemAsync(db)).Id, Cancel).ProblemAsync()),
        ActionRow.Of<CloneContentItem>(MayEdit, async (a, db) => await a.RunAsync((await ItemAsync(db)).Id, Cancel).ProblemAsync()),
        ActionRow.Of<ScheduleContentItem>(MayPublish, async (a, db) => await a.RunAsync(new((await ItemAsync(db)).Id, ScheduledStep.Unpublish, new(2099, 1, 1, 12, 0, 0, DateTimeKind.Unspecified), "Europe/Belgrade"), Cancel).ProblemAsync()),
        ActionRow.Of<CancelSchedule>(MayEdit, async (a, db) =>
        {
            var (id, _) = await ItemAsync(db);
            db.ContentSchedules.Add(new() { ContentItemId = id, Step = ScheduledStep.Unpublish, AtUtc = new(2099, 1, 1, 12, 0, 0, DateTimeKind.Utc), Zone = "Europe/Belgrade" });
            return await a.RunAsync(id, ScheduledStep.Unpublish, Cancel).ProblemAsync();
        }),
        ActionRow.Of<ImportContentItem>(MayPublish, a => a.RunAsync(new JsonObject { ["ContentItemId"] = "imported", ["ContentType"] = "Article" }, Cancel).ProblemAsync()),
        ActionRow.Of<KeepUnsavedWork>(MayEdit | MemberElsewhere, a => a.RunAsync(new("new/Article/en", "{}", default, default), Cancel).ProblemAsync()),
        ActionRow.Of<DiscardUnsavedWork>(MayEdit | MemberElsewhere, a => a.RunAsync("new/Article/en", Cancel).ProblemAsync()),
        ActionRow.Of<AddField>(Administrator, a => a.RunAsync(new("Article", "TextField", "Added", null), Cancel).ProblemAsync()),
        ActionRow.Of<ChangeField>(Administrator, a => a.RunAsync(new("Article", "Summary", NoWords, NoWords), Cancel).ProblemAsync()),
        ActionRow.Of<MoveField>(Administrator, a => a.RunAsync(new("Article", "Article", "Summary", 1), Cancel).ProblemAsync()),
        ActionRow.Of<RemoveField>(Administrator, async (a, db) =>
        {
            db.ContentDefinitions.Add(new() { Kind = "ContentPart", Name = "Article", Json = """{"Name":"Article","ContentPartFieldDefinitionRecords":[{"FieldName":"TextField","Name":"Old"}]}""" });
            await db.SaveChangesAsync();
            return await a.RunAsync(new("Article", "Old"), Cancel).ProblemAsync();
        }),
        ActionRow.Of<MovePart>(Administrator, a => a.RunAsync(new("Article", "Article", 1), Cancel).ProblemAsync()),
        ActionRow.Of<ChangeContentType>(Administrator, a => a.RunAsync(new("Article", NoWords, NoWords, []), Cancel).ProblemAsync()),
        ActionRow.Of<CreateContentType>(Administrator, a => a.RunAsync(new(new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "Vacancies" }, NoWords, null, true, new(true, true), []), Cancel).ProblemAsync()),
        // Whoever may is told that a type of the code stays.
        ActionRow.Of<RemoveContentType>(Administrator, a => a.RunAsync("Article", Cancel).ProblemAsync()),
        ActionRow.Of<ChangeText>(Administrator, a => a.RunAsync(new("Article", "TitlePart", "Title", NoWords, NoWords, false), Cancel).ProblemAsync()),
        ActionRow.Of<RebuildSearchIndex>(Administrator, a => a.RunAsync(Cancel).ProblemAsync()),
    ];

    static async Task<(string Id, string Version)> ItemAsync(PortalDb db)
    {
        var item = await db.ContentItems.AsNoTracking().FirstAsync(i => i.ContentType == "PolicyAnalysis" && i.OrganisationSet == WhoMayDoWhatTests.Owner && i.PublishedVersionId != null);
        return (item.ContentItemId, item.PublishedVersionId!);
    }
}
