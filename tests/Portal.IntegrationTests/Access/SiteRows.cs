using Microsoft.EntityFrameworkCore;
using Portal.Cms.Settings;
using Portal.Site.Actions;
using Portal.Site.Menus;
using Portal.Site.Redirects;
using Portal.Site.ViewModels;
using static Portal.IntegrationTests.Access.Who;

namespace Portal.IntegrationTests.Access;

/// <summary>What shapes the site: menus and terms are for network editors, settings and redirects for administrators.</summary>
public sealed class SiteRows : IActionRows
{
    static readonly CancellationToken Cancel = CancellationToken.None;

    static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal) { ["en"] = "Something new" };

    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Of<SaveMenuItem>(NetworkEditor | Administrator, a => a.RunAsync(new(null, "main", Words, null, "Article", null, []), Cancel).ProblemAsync()),
        ActionRow.Of<ArrangeMenu>(NetworkEditor | Administrator, a => a.MoveAsync("main", "menu-main-analyses", MenuMove.Down, Cancel).ProblemAsync()),
        ActionRow.Of<DeleteMenuItem>(NetworkEditor | Administrator, a => a.RunAsync("menu-main-analyses", Cancel).ProblemAsync()),
        ActionRow.Of<SaveTerm>(NetworkEditor | Administrator, a => a.RunAsync("Theme", null, new TermForm { Names = new(StringComparer.Ordinal) { ["en"] = "Something new" } }, Cancel).ProblemAsync()),
        ActionRow.Of<MergeTerms>(NetworkEditor | Administrator, async (a, db) =>
        {
            var themes = await db.ContentItems.Where(i => i.ContentType == "Theme" && i.PublishedVersionId != null).Select(i => i.LocalizationSet).Distinct().OrderBy(s => s).Take(2).ToListAsync();
            return await a.RunAsync(themes[0], themes[1], Cancel).ProblemAsync();
        }),
        ActionRow.Of<SaveRedirect>(Administrator, a => a.RunAsync(null, new("", "/old", false, "/en", 301), Cancel).ProblemAsync()),
        ActionRow.Of<DeleteRedirect>(Administrator, async (a, db) =>
        {
            if (!await db.Redirects.AnyAsync(r => r.Id == "old"))
            {
                db.Redirects.Add(new() { Id = "old", Scope = "", From = "/old", To = "/en" });
                await db.SaveChangesAsync();
            }

            return await a.RunAsync("old", Cancel).ProblemAsync();
        }),
        ActionRow.Of<ImportRedirects>(Administrator, a => a.RunAsync("scope,from,prefix,to,status\n,/old,no,/en,301", isTrial: true, Cancel).ProblemAsync()),
        ActionRow.Of<SaveSettings>(Administrator, a => a.RunAsync("mail", new TypedSettings(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)), Cancel).ProblemAsync()),
        ActionRow.Of<SaveFeatures>(Administrator, a => a.RunAsync(["Portal.Site"], Cancel).ProblemAsync()),
    ];
}
