using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.Translations.Indexes;
using Portal.Translations.Models;
using Portal.Web;

namespace Portal.IntegrationTests.Translations;

public abstract class BoardTests(TestPortal portal, DatabaseKind database)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_board_shows_every_text_with_its_languages_and_leads_to_the_workbench()
    {
        using var tara = await portal.SignedInAsync("tara");
        var page = await PageAsync(tara, "/admin/translations?q=school");
        page.QuerySelectorAll(".tr-board tbody tr").Length.ShouldBeGreaterThan(0);
        page.QuerySelector(".tr-board td a")!.GetAttribute("href")!.ShouldStartWith("/admin/translations/");
        page.QuerySelectorAll(".tr-shares > li").Length.ShouldBe(4);
        (await PageAsync(tara, "/admin/translations?culture=bs&state=Missing")).QuerySelectorAll(".tr-board tbody td:nth-of-type(3)").ShouldAllBe(c => c.TextContent.Contains("Missing"));
        (await PageAsync(tara, "/admin/translations?q=no such title anywhere")).QuerySelector(".empty").ShouldNotBeNull();
    }

    [Fact]
    public async Task Rows_follow_whatever_is_done_to_items()
    {
        var created = await portal.AsSystemAsync(s => s.GetRequiredService<CreateContentItem>().RunAsync(new("Article", "sq", Editing.Text("Për pasqyrën")), Cancel));
        var (id, set) = (created.Value.ContentItemId, created.Value.LocalizationSet);
        (await StateAsync(set))!.Sq.ShouldBe(TranslationState.InWork);
        await portal.PublishAsync(id);
        (await StateAsync(set))!.Sq.ShouldBe(TranslationState.Current);
        await portal.EditAsync(id, c => c["TitlePart"]!["Title"] = "Titull tjetër");
        (await StateAsync(set))!.Sq.ShouldBe(TranslationState.Current | TranslationState.InWork);
        (await portal.AsSystemAsync(s => s.GetRequiredService<DiscardDraft>().RunAsync(id, Cancel))).Problem.ShouldBeNull();
        (await StateAsync(set))!.Sq.ShouldBe(TranslationState.Current);
        (await portal.AsSystemAsync(s => s.GetRequiredService<RemoveContentItem>().RunAsync(id, Cancel))).Problem.ShouldBeNull();
        (await StateAsync(set)).ShouldBeNull();
    }

    [Fact]
    public async Task A_portal_from_before_the_board_gets_its_rows()
    {
        await using var own = await TestPortal.StartAsync(database: database);
        var before = await own.ReadAsync(db => db.SetTranslations.CountAsync(Cancel));
        before.ShouldBeGreaterThan(30);
        await own.ReadAsync(db => db.SetTranslations.ExecuteDeleteAsync(Cancel));
        await own.RunJobAsync<FillTranslationStates>();
        (await own.ReadAsync(db => db.SetTranslations.CountAsync(Cancel))).ShouldBe(before);
    }

    [Fact]
    public async Task A_member_sees_the_texts_of_the_own_organisation_only()
    {
        using var fiq = await portal.SignedInAsync("fiq");
        var sets = (await PageAsync(fiq, "/admin/translations")).QuerySelectorAll(".tr-board input[name=set]").Select(i => i.GetAttribute("value")!).ToList();
        sets.ShouldNotBeEmpty();
        (await portal.ReadAsync(db => db.SetTranslations.Where(s => sets.Contains(s.LocalizationSet)).Select(s => s.OrganisationSet).Distinct().ToListAsync(Cancel))).ShouldBe(["org-fiq"]);
    }

    [Fact]
    public async Task Its_pages_cost_the_same_at_any_depth_of_a_hundred_thousand_texts()
    {
        await using var own = await TestPortal.StartAsync(database: database);
        using var tara = await own.SignedInAsync("tara");
        var few = await own.CostAsync("/admin/translations", tara);
        await own.AsSystemAsync(s => s.GetRequiredService<UnitOfWork>().RunAsync<int>(async () => await s.GetRequiredService<PortalDb>().Database.ExecuteSqlRawAsync("""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
            INSERT INTO "SetTranslations" ("LocalizationSet", "ContentType", "OrganisationSet", "ChangedUtc", "Titles", "Sq", "Sr", "Bs", "En")
            SELECT 'many-' || n.i, 'Article', 'org-fiq', '2020-01-01 00:00:00', 'ONE OF MANY TEXTS NUMBER ' || n.i, n.i % 3, 1, 0, 8 FROM n
            """, Cancel), Cancel));
        var page = await PageAsync(tara, "/admin/translations");
        page.QuerySelectorAll(".tr-board tbody tr").Length.ShouldBe(50);
        var next = page.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!;
        var deep = $"/admin/translations?after={new BoardPlace(new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), "many-50000")}";
        foreach (var address in new[] { "/admin/translations", next, deep, "/admin/translations?culture=sq&state=Stale", "/admin/translations?q=number 99999", "/admin/translations?state=Stale&type=Article&organisation=org-fiq" })
        {
            (await own.CostAsync(address, tara)).ShouldBeLessThanOrEqualTo(few, address);
        }

        // Every text is on exactly one page.
        var (seen, at) = (new HashSet<string>(StringComparer.Ordinal), deep);
        for (var i = 0; i < 3; i++)
        {
            page = await PageAsync(tara, at);
            foreach (var set in page.QuerySelectorAll(".tr-board input[name=set]")) seen.Add(set.GetAttribute("value")!).ShouldBeTrue();
            at = page.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!;
        }

        seen.Count.ShouldBe(150);
    }

    Task<SetTranslations?> StateAsync(string set) => portal.ReadAsync(db => db.SetTranslations.AsNoTracking().SingleOrDefaultAsync(s => s.LocalizationSet == set, Cancel));

    static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(HttpClient browser, string path)
    {
        using var answer = await browser.AskAsync(path);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, path);
        return await TestPortal.ParseAsync(answer);
    }
}

public sealed class BoardTestsOnSqlite(SharedPortal shared) : BoardTests(shared.Portal, DatabaseKind.Sqlite), IClassFixture<SharedPortal>;

public sealed class BoardTestsOnPostgres(SharedPostgresPortal shared) : BoardTests(shared.Portal, DatabaseKind.Postgres), IClassFixture<SharedPostgresPortal>;
