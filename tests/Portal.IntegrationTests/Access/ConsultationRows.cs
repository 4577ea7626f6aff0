using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Consultations.Actions;
using Portal.Consultations.Import;
using static Portal.IntegrationTests.Access.Who;

namespace Portal.IntegrationTests.Access;

/// <summary>From a document to the text of a consultation that belongs to the owner.</summary>
public sealed class ConsultationRows : IActionRows
{
    const Who MayEdit = MemberOfOwner | Who.OrganisationOwner | NetworkEditor | Translator | Administrator;

    static readonly CancellationToken Cancel = CancellationToken.None;

    static readonly Dictionary<int, string> Nothing = [];

    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Of<BringDocument>(MayEdit, async (a, db) => await a.RunAsync(new((await ItemAsync(db)).ContentItemId, null, [], "# One\n\nText."), Cancel).ProblemAsync()),
        ActionRow.Of<ChangeDivision>(MayEdit, async (a, db) => await a.RunAsync(new((await ItemAsync(db)).ContentItemId, await ImportAsync(db), "keep", DocumentDivision.Automatic, Nothing, Nothing, []), Cancel).ProblemAsync()),
        ActionRow.Of<TakeOverDocument>(MayEdit, async (a, db) =>
        {
            var item = await ItemAsync(db);
            var set = await db.ContentSets.AsNoTracking().SingleAsync(s => s.LocalizationSet == item.LocalizationSet);
            return await a.RunAsync(new(item.ContentItemId, await ImportAsync(db), item.Stamp, set.Stamp), Cancel).ProblemAsync();
        }),
    ];

    static async Task<ContentItem> ItemAsync(PortalDb db)
    {
        var item = await db.ContentItems.AsNoTracking().FirstAsync(i => i.ContentType == "Consultation" && i.Culture == "en" && i.PublishedVersionId != null);
        await db.ContentItems.Where(i => i.ContentItemId == item.ContentItemId).ExecuteUpdateAsync(i => i.SetProperty(x => x.OrganisationSet, WhoMayDoWhatTests.Owner));
        // Saving takes the organisation from what all languages share.
        var set = await db.ContentSets.AsNoTracking().SingleAsync(x => x.LocalizationSet == item.LocalizationSet);
        var shared = ContentDocument.Parse(set.DraftJson).Apply(new OrganisationPart { Organisation = new() { LocalizationSets = [WhoMayDoWhatTests.Owner] } }).ToString();
        await db.ContentSets.Where(x => x.LocalizationSet == item.LocalizationSet).ExecuteUpdateAsync(x => x.SetProperty(y => y.DraftJson, shared));
        return item;
    }

    /// <summary>A document that whoever acts brought before.</summary>
    static async Task<string> ImportAsync(PortalDb db)
    {
        var (text, item) = (MarkdownBlocks.Of("# One\n\nText."), await ItemAsync(db));
        var import = new DocumentImport { Id = Ids.New(), ContentItemId = item.ContentItemId, UserId = await db.Users.Where(u => u.UserName == "tara").Select(u => u.Id).SingleAsync(), FileName = "", Json = "" };
        import.Draft = new(text.Blocks, text.Definitions, DocumentDivision.Automatic, [0], Nothing, Nothing, [], 0);
        db.DocumentImports.Add(import);
        await db.SaveChangesAsync();
        return import.Id;
    }
}
