using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Translations.Actions;
using Portal.Translations.Models;
using static Portal.IntegrationTests.Access.Who;

namespace Portal.IntegrationTests.Access;

/// <summary>Translations of an analysis of the owner; words that belong to the whole site.</summary>
public sealed class TranslationRows : IActionRows
{
    const Who MayEdit = MemberOfOwner | Who.OrganisationOwner | NetworkEditor | Translator | Administrator, MayManage = Translator | Administrator;

    static readonly CancellationToken Cancel = CancellationToken.None;

    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Of<SaveTranslation>(MayEdit, async (a, db) =>
        {
            var items = await db.ContentItems.AsNoTracking().Where(i => i.ContentType == "PolicyAnalysis" && i.OrganisationSet == WhoMayDoWhatTests.Owner && i.PublishedVersionId != null).ToListAsync();
            var of = items.GroupBy(i => i.LocalizationSet).First(g => g.Any(i => i.Culture == "en") && g.Any(i => i.Culture == "sq")).ToDictionary(i => i.Culture);
            return await a.RunAsync(new(of["en"].LocalizationSet, Culture.Sq, Culture.En, of["en"].PublishedVersionId!, new Dictionary<string, string>(), new HashSet<string>(), null, false, of["sq"].Stamp), Cancel).ProblemAsync();
        }),
        ActionRow.Of<ChangeGlossary>(MayManage, a => a.RunAsync(new(null, new GlossaryTerm("new", "One", "Një")), Cancel).ProblemAsync()),
        ActionRow.Of<ChangeInterfaceString>(MayManage, a => a.RunAsync(new(Culture.Sq, null, "Save draft", ["Ruaj"]), Cancel).ProblemAsync()),
        ActionRow.Of<CorrectLatinPassages>(MayEdit, async (a, db) =>
        {
            var item = await db.ContentItems.AsNoTracking().FirstAsync(i => i.ContentType == "PolicyAnalysis" && i.Culture == "sr" && i.OrganisationSet == WhoMayDoWhatTests.Owner && i.PublishedVersionId != null);
            return await a.RunAsync(new(item.LocalizationSet, new Dictionary<string, string>(), item.Stamp), Cancel).ProblemAsync();
        }),
        ActionRow.Without<ImportTranslations>("calls SaveTranslation and ChangeInterfaceString, which ask; ItemExchangeTests and InterfaceTests"),
    ];
}
