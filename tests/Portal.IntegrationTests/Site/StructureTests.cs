using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Settings;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.Site.Actions;
using Portal.Site.Menus;
using Portal.Site.Redirects;
using Portal.Site.ViewModels;
using Portal.Users.Actions;
using Portal.Web;

namespace Portal.IntegrationTests.Site;

/// <summary>What shapes the site: menus, terms, redirects, settings, members of organisations.</summary>
public class StructureTests
{
    const string Theme = "theme-school-safety", Kept = "theme-youth";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected virtual DatabaseKind Database => DatabaseKind.Sqlite;

    Task<TestPortal> StartAsync() => TestPortal.StartAsync(database: Database);

    [Fact]
    public async Task An_entry_of_a_menu_is_there_at_once_in_every_language_that_has_words_and_does_not_hide_it()
    {
        await using var portal = await StartAsync();
        await portal.PageAsync("/en");
        var nina = await portal.SignedInAsync("nina");
        var form = new Form
        {
            ["Menu"] = "main", ["LeadsTo"] = "list", ["List"] = "TimelineEntry", ["Words[sq]"] = "Kronologjia", ["Words[sr]"] = "Хронологија", ["Words[bs]"] = "Hronologija", ["HiddenIn"] = "bs", ["do"] = "save",
        };
        using (var saved = await SendAsync(portal, nina, "/admin/menus/new", form)) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await WordsAsync(portal, "sq")).ShouldContain("Kronologjia");
        (await WordsAsync(portal, "sr-Latn")).ShouldContain("Hronologija");
        (await WordsAsync(portal, "bs")).ShouldNotContain("Hronologija");
        (await WordsAsync(portal, "en")).ShouldNotContain("Timeline");
        var page = await portal.PageAsync("/admin/menus", nina);
        page.QuerySelector(".menu-table[data-menu=main] tbody tr:last-child")!.TextContent.ShouldContain("missing");
    }

    [Fact]
    public async Task Entries_are_moved_and_put_below_others_in_all_languages_without_a_new_version_of_any_text()
    {
        await using var portal = await StartAsync();
        var before = (await portal.PageAsync("/en")).QuerySelectorAll(".site-nav > ul > li").Length;
        var versions = await portal.ReadAsync(db => db.ContentItemVersions.CountAsync(Cancel));
        var nina = await portal.SignedInAsync("nina");
        using (var moved = await SendAsync(portal, nina, "/admin/menus/main/move", new Form { ["set"] = "menu-main-news", ["do"] = "Up" }, "/admin/menus")) moved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var put = await SendAsync(portal, nina, "/admin/menus/main/move", new Form { ["set"] = "menu-main-debates", ["do"] = "In" }, "/admin/menus")) put.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        foreach (var culture in (string[])["sq", "sr", "sr-Latn", "bs", "en"])
        {
            var home = await portal.PageAsync($"/{culture}");
            home.QuerySelectorAll(".site-nav > ul > li").Length.ShouldBe(before - 1, culture);
            home.QuerySelectorAll(".site-nav > ul > li > .below a").Length.ShouldBe(1, culture);
        }

        (await portal.ReadAsync(db => db.ContentItemVersions.CountAsync(Cancel))).ShouldBe(versions);
        using (await SendAsync(portal, nina, "/admin/menus/menu-main-news/delete", new Form(), "/admin/menus/menu-main-news")) { }
        (await WordsAsync(portal, "en")).Take(5).ShouldBe(["Analyses", "Recommendations", "Case studies", "Consultations", "Debates"]);
    }

    [Fact]
    public async Task Who_arranges_a_menu_that_somebody_else_changed_meanwhile_changes_nothing()
    {
        await using var portal = await StartAsync();
        var refused = await portal.AsAsync("nina", s => s.GetRequiredService<ArrangeMenu>().RunAsync("main", [new MenuPlace("menu-main-news", null)], Cancel));
        refused.Problem!.Kind.ShouldBe(ProblemKind.Conflict);
        (await WordsAsync(portal, "en")).ShouldContain("Analyses");
    }

    [Fact]
    public async Task Terms_that_are_merged_leave_no_reference_and_no_dead_address()
    {
        await using var portal = await StartAsync();
        var (pointing, both) = (await PointingAsync(portal, Theme), await PointingAsync(portal, Kept));
        pointing.ShouldNotBeEmpty();
        var drafted = await DraftAboutAsync(portal, Theme);
        var merged = await portal.AsAsync("nina", s => s.GetRequiredService<MergeTerms>().RunAsync(Theme, Kept, Cancel));
        merged.Problem.ShouldBeNull();
        merged.Value.Items.ShouldBe(pointing.Union([drafted.LocalizationSet]).Count());

        (await PointingAsync(portal, Theme)).ShouldBeEmpty();
        (await PointingAsync(portal, Kept)).ShouldBe(pointing.Union(both), ignoreOrder: true);
        (await portal.ReadAsync(db => db.ContentSets.CountAsync(s => s.LocalizationSet != Theme && (s.DraftJson.Contains($"\"{Theme}\"") || s.PublishedJson!.Contains($"\"{Theme}\"")), Cancel))).ShouldBe(0);
        using (var old = await portal.Client.AskAsync("/en/themes/school-safety")) old.Headers.Location!.ToString().ShouldBe("/en/themes/young-people");
        using (var old = await portal.Client.AskAsync("/en/themes/school-safety")) old.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        (await portal.PageAsync($"/en/themes")).QuerySelectorAll(".item").Length.ShouldBe(9);

        // A form that was open, and an old recipe, still name the term that is gone.
        (await portal.AsSystemAsync(s => Editing.SaveAsync(s, drafted.ContentItemId, d => d["TopicsPart"] = Topics(Theme).Content["TopicsPart"]!.DeepClone()))).Problem.ShouldBeNull();
        (await portal.ReadAsync(db => db.ContentSets.Where(s => s.LocalizationSet == drafted.LocalizationSet).Select(s => s.DraftJson).SingleAsync(Cancel))).ShouldContain(Kept);
        // And so do links to lists.
        (await ListedAsync(portal, Theme)).ShouldBe(await ListedAsync(portal, Kept));
        (await portal.ReadAsync(db => db.AuditTrail.SingleAsync(e => e.Category == "Term" && e.Name == "Merged", Cancel))).Properties!.ShouldContain(Theme);
    }

    [Fact]
    public async Task The_kept_term_takes_over_the_names_that_it_lacks()
    {
        await using var portal = await StartAsync();
        var only = await portal.AsAsync("nina", s => s.GetRequiredService<SaveTerm>().RunAsync("Theme", null, new TermForm { Names = new(StringComparer.Ordinal) { ["en"] = "Children" } }, Cancel));
        (await portal.AsAsync("nina", s => s.GetRequiredService<MergeTerms>().RunAsync(Kept, only.Value, Cancel))).Value.TakenOver.ShouldBe(["sq", "sr"], ignoreOrder: true);
        (await portal.ReadAsync(db => db.ContentItems.CountAsync(i => i.LocalizationSet == only.Value && i.PublishedVersionId != null, Cancel))).ShouldBe(3);
    }

    [Fact]
    public async Task A_renamed_term_leads_from_its_old_address_to_the_new_one_and_no_other_language_is_behind()
    {
        await using var portal = await StartAsync();
        var nina = await portal.SignedInAsync("nina");
        var page = await portal.PageAsync($"/admin/taxonomies/Theme/{Kept}", nina);
        var form = new Form { ["Names[en]"] = "Youth", ["__RequestVerificationToken"] = page.TokenOf() };
        foreach (var culture in (string[])["sq", "sr", "bs"]) form[$"Names[{culture}]"] = page.QuerySelector($"#Names-{culture}")!.GetAttribute("value")!;
        using (var saved = await nina.PostFormAsync($"/admin/taxonomies/Theme/{Kept}", form)) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using (var old = await portal.Client.AskAsync("/en/themes/young-people")) old.Headers.Location!.ToString().ShouldBe("/en/themes/youth");
        (await portal.PageAsync("/en/themes/youth")).QuerySelector("h1")!.TextContent.ShouldBe("Youth");
        form["Names[en]"] = "School safety";
        using var refused = await nina.PostFormAsync($"/admin/taxonomies/Theme/{Kept}", form);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await TestPortal.ParseAsync(refused)).QuerySelector("#Names-en-error")!.TextContent.ShouldContain("School safety");
    }

    [Fact]
    public async Task What_is_about_a_part_is_gathered_counted_and_filtered_with_the_whole()
    {
        await using var portal = await StartAsync();
        var (whole, part) = (await ListedAsync(portal, Kept), await ListedAsync(portal, Theme));
        (await PutBelowAsync(portal, Theme, Kept)).ShouldBeNull();

        (await ListedAsync(portal, Kept)).ShouldBe(whole.Union(part), ignoreOrder: true);
        var list = await portal.PageAsync("/en/analyses");
        var behind = list.QuerySelectorAll(".facet li").Single(l => l.QuerySelector("a")?.GetAttribute("href")?.Contains($"theme={Kept}", StringComparison.Ordinal) == true);
        behind.QuerySelector(".count")!.TextContent.ShouldBe($"{whole.Union(part).Count()}");
        var page = await portal.PageAsync("/en/themes/young-people");
        page.QuerySelector("#parts")!.ParentElement!.TextContent.ShouldContain("School safety");
        var third = await PutBelowAsync(portal, Kept, "theme-public-services");
        third!.Errors.Single().Field.ShouldBe("TermPart.Parent");

        // Whoever makes one of two terms reads beforehand what becomes of the parts, and is offered nothing that cannot be.
        var nina = await portal.SignedInAsync("nina");
        (await portal.PageAsync($"/admin/taxonomies/Theme/{Kept}/merge?into=theme-public-services", nina)).QuerySelector("main ul b")!.TextContent.ShouldBe("School safety");
        (await PutBelowAsync(portal, "theme-public-services", "theme-small-arms")).ShouldBeNull();
        var deep = await portal.PageAsync($"/admin/taxonomies/Theme/{Kept}/merge?into=theme-public-services", nina);
        deep.QuerySelector(".notice.error")!.TextContent.ShouldContain("no deeper");
        deep.QuerySelector("form[action$='/merge']").ShouldBeNull();
    }

    [Fact]
    public async Task A_retired_term_stays_where_it_is_and_is_chosen_no_more()
    {
        await using var portal = await StartAsync();
        (await SaveAsync(portal, Theme, form => form with { IsRetired = true })).ShouldBeNull();
        var created = await portal.AsSystemAsync(s => s.GetRequiredService<Portal.Cms.Content.Actions.CreateContentItem>().RunAsync(new("Article", "en", Topics(Theme)), Cancel));
        created.Problem!.Errors.Single().Message.ShouldContain("retired");
        using var page = await portal.Client.AskAsync("/en/themes/school-safety");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_old_address_leads_on_where_nothing_else_answers_and_only_the_use_is_counted()
    {
        await using var portal = await StartAsync();
        var admin = await portal.SignedInAsync("admin");
        using (var saved = await SendAsync(portal, admin, "/admin/redirects/new", new Form { ["From"] = "https://old.example.org/index.php?page=12", ["To"] = "/en/timeline", ["Status"] = "301" })) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var saved = await SendAsync(portal, admin, "/admin/redirects/new", new Form { ["Scope"] = "*", ["From"] = "/themes", ["To"] = "/news", ["Status"] = "302" })) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var gone = await SendAsync(portal, admin, "/admin/redirects/new", new Form { ["From"] = "/wp-content", ["IsPrefix"] = "true", ["Status"] = "410" })) gone.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var chain = await SendAsync(portal, admin, "/admin/redirects/new", new Form { ["From"] = "/older", ["To"] = "/index.php?page=12", ["Status"] = "301" })) (await TestPortal.ParseAsync(chain)).QuerySelector("#To-error")!.TextContent.ShouldContain("/index.php?page=12");

        using (var moved = await portal.Client.AskAsync("/index.php?page=12&utm=x"))
        {
            moved.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
            moved.Headers.Location!.ToString().ShouldBe("/en/timeline");
        }

        using (var answered = await portal.Client.AskAsync("/en/themes")) answered.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var elsewhere = await portal.Client.AskAsync("/sq/themes")) elsewhere.StatusCode.ShouldBe(HttpStatusCode.Found);
        using (var gone = await portal.Client.AskAsync("/wp-content/uploads/a.pdf")) gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
        using (var nothing = await portal.Client.AskAsync("/index.php")) nothing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await portal.Services.GetRequiredService<RedirectHits>().WriteAsync(Cancel);
        (await portal.ReadAsync(db => db.Redirects.AsNoTracking().OrderBy(r => r.From).Select(r => new { r.From, r.Hits, r.LastHit }).ToListAsync(Cancel))).ShouldAllBe(r => r.Hits == 1 && r.LastHit == new DateOnly(2026, 6, 15));
    }

    [Fact]
    public async Task A_file_of_redirects_is_looked_at_first_and_what_is_wrong_is_said_line_by_line()
    {
        await using var portal = await StartAsync();
        const string File = "from;to;status\n/a;/en;301\n/b;/a;301\n/c;;410\n/admin/x;/en;301\n/d;/en;999\n";
        var trial = await portal.AsAsync("admin", s => s.GetRequiredService<ImportRedirects>().RunAsync(File, isTrial: true, Cancel));
        trial.Value.Added.ShouldBe(2);
        trial.Value.Refused.Select(r => r.Line).ShouldBe([3, 5, 6]);
        (await portal.ReadAsync(db => db.Redirects.CountAsync(Cancel))).ShouldBe(0);
        (await portal.AsAsync("admin", s => s.GetRequiredService<ImportRedirects>().RunAsync(File, isTrial: false, Cancel))).Problem.ShouldBeNull();
        (await portal.AsAsync("admin", s => s.GetRequiredService<ImportRedirects>().RunAsync(File, isTrial: false, Cancel))).Value.Unchanged.ShouldBe(2);
        using var file = await (await portal.SignedInAsync("admin")).AskAsync("/admin/redirects/redirects.csv");
        (await file.Content.ReadAsStringAsync(Cancel)).ShouldContain("/c,no,,410");
    }

    [Fact]
    public async Task A_setting_counts_at_once_on_every_page_and_is_recorded_with_old_and_new_value()
    {
        await using var portal = await StartAsync();
        await portal.PageAsync("/sr");
        var admin = await portal.SignedInAsync("admin");
        using (var saved = await SendAsync(portal, admin, "/admin/settings/operator", new Form { ["SiteOperator.sr"] = "Пример организације", ["SiteContact"] = "info@example.org" })) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.PageAsync("/sr")).QuerySelector(".site-foot")!.TextContent.ShouldContain("Пример организације");
        (await portal.PageAsync("/sr-Latn")).QuerySelector(".site-foot")!.TextContent.ShouldContain("Primer organizacije");
        (await portal.PageAsync("/en")).QuerySelector(".site-foot")!.TextContent.ShouldNotContain("Пример");

        using (var wrong = await SendAsync(portal, admin, "/admin/settings/moderation", new Form { ["Moderation.AlertAfterHours"] = "0" })) (await TestPortal.ParseAsync(wrong)).QuerySelector(".field-error")!.TextContent.ShouldContain("336");
        using (var saved = await SendAsync(portal, admin, "/admin/settings/moderation", new Form { ["Moderation.AlertAfterHours"] = "8" })) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var saved = await SendAsync(portal, admin, "/admin/settings/moderation", new Form { ["Moderation.AlertAfterHours"] = "9" })) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.AsSystemAsync(async s => await s.GetRequiredService<SiteSettings>().AtAsync("Moderation.AlertAfterHours")))!.ToString().ShouldBe("9");
        (await portal.ReadAsync(db => db.AuditTrail.Where(e => e.Category == "Settings" && e.SubjectId == "Moderation.AlertAfterHours").OrderBy(e => e.Id).Select(e => e.Properties).ToListAsync(Cancel))).ShouldBe(["""{"before":null,"after":8}""", """{"before":8,"after":9}"""]);
    }

    [Fact]
    public async Task A_feature_that_is_turned_off_needs_a_restart_and_what_all_need_cannot_be_turned_off()
    {
        await using var portal = await StartAsync();
        (await portal.AsAsync("admin", s => s.GetRequiredService<SaveFeatures>().RunAsync(["Portal.Contents"], Cancel))).Problem.ShouldBeNull();
        var on = await portal.ReadAsync(db => db.Features.Select(f => f.Id).ToListAsync(Cancel));
        on.ShouldContain("Portal.Users");
        on.ShouldContain("Portal.Mail");
        on.ShouldNotContain("Portal.Debates");
        (await portal.PageAsync("/admin/settings/features", await portal.SignedInAsync("admin"))).QuerySelector("main")!.TextContent.ShouldContain("needs a restart");
    }

    [Fact]
    public async Task Who_leaves_an_organisation_leaves_what_they_wrote_to_it()
    {
        await using var portal = await StartAsync();
        var (fiq, owner) = (await IdOfAsync(portal, "fiq"), await OwnerAsync(portal, "besa", "org-fiq"));
        var written = (await portal.AsAsync("fiq", s => s.GetRequiredService<Portal.Cms.Content.Actions.CreateContentItem>().RunAsync(new("PolicyAnalysis", "sq", Editing.Text("E jona", organisation: "org-fiq")), Cancel))).Value.ContentItemId;
        (await portal.AsAsync("aktiv", s => s.GetRequiredService<RemoveMember>().RunAsync(fiq, Cancel))).Problem.ShouldNotBeNull();
        (await portal.AsAsync("besa", s => s.GetRequiredService<RemoveMember>().RunAsync(fiq, Cancel))).Value.ShouldBe(1);

        (await portal.AsAsync("fiq", s => Editing.SaveAsync(s, written, d => d["TitlePart"]!["Title"] = "Still mine"))).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        (await portal.AsAsync("besa", s => Editing.SaveAsync(s, written, d => d["TitlePart"]!["Title"] = "E jona, më tej"))).Problem.ShouldBeNull();
        (await portal.ItemAsync(written)).OrganisationSet.ShouldBe("org-fiq");
        (await portal.AsAsync("besa", s => s.GetRequiredService<RemoveMember>().RunAsync(owner, Cancel))).Problem!.Kind.ShouldBe(ProblemKind.Conflict);
    }

    [Fact]
    public async Task Owners_write_the_page_of_their_own_organisation_and_publish_nothing_of_it_themselves()
    {
        await using var portal = await StartAsync();
        await OwnerAsync(portal, "besa", "org-fiq");
        var own = await portal.ReadAsync(db => db.ContentItems.AsNoTracking().FirstAsync(i => i.LocalizationSet == "org-fiq" && i.Culture == "en", Cancel));
        var other = await portal.ReadAsync(db => db.ContentItems.AsNoTracking().FirstAsync(i => i.LocalizationSet == "org-aktiv" && i.Culture == "en", Cancel));
        (await portal.AsAsync("besa", s => Editing.SaveAsync(s, own.ContentItemId, d => d["TitlePart"]!["Title"] = "A new name"))).Problem.ShouldBeNull();
        (await portal.AsAsync("besa", s => Editing.SaveAsync(s, other.ContentItemId, d => d["TitlePart"]!["Title"] = "A foreign name"))).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        (await portal.AsAsync("besa", s => s.GetRequiredService<Portal.Cms.Content.Actions.PublishContentItem>().RunAsync(own.ContentItemId, Cancel))).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        (await portal.AsAsync("fiq", s => Editing.SaveAsync(s, own.ContentItemId, d => d["TitlePart"]!["Title"] = "By a member"))).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);

        var browser = await portal.SignedInAsync("besa");
        using (var led = await browser.AskAsync("/admin/organisations")) led.Headers.Location!.ToString().ShouldBe("/admin/organisations/org-fiq");
        (await portal.PageAsync("/admin/organisations/org-fiq", browser)).Body!.TextContent.ShouldContain("fiq@example.org");
        using var foreign = await browser.AskAsync("/admin/organisations/org-aktiv");
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_institution_official_belongs_to_an_institution()
    {
        await using var portal = await StartAsync();
        var id = await IdOfAsync(portal, "tara");
        (await portal.AsAsync("admin", s => s.GetRequiredService<ChangeRoles>().RunAsync(id, ["InstitutionOfficial"], "org-fiq", Cancel))).Problem!.Errors.Single().Field.ShouldBe("organisation");
        (await portal.AsAsync("admin", s => s.GetRequiredService<ChangeRoles>().RunAsync(id, ["InstitutionOfficial"], "org-example-ministry", Cancel))).Problem.ShouldBeNull();
    }

    static ContentDocument Topics(string theme) => Editing.Text("About a theme").Apply(new TopicsPart { Themes = new() { LocalizationSets = [theme] } });

    static async Task<ContentItem> DraftAboutAsync(TestPortal portal, string theme) =>
        (await portal.AsSystemAsync(s => s.GetRequiredService<Portal.Cms.Content.Actions.CreateContentItem>().RunAsync(new("Article", "en", Topics(theme)), Cancel))).Value;

    static Task<Problem?> PutBelowAsync(TestPortal portal, string term, string parent) => SaveAsync(portal, term, form => form with { Parent = parent });

    static Task<Problem?> SaveAsync(TestPortal portal, string term, Func<TermForm, TermForm> change) => portal.AsAsync("nina", async s =>
    {
        var stored = (await s.GetRequiredService<Portal.Site.Queries.TaxonomyPages>().TermsAsync("Theme", Cancel)).Single(t => t.Set == term);
        return (await s.GetRequiredService<SaveTerm>().RunAsync("Theme", term, change(TermForm.Of(stored)), Cancel)).Problem;
    });

    static Task<List<string>> PointingAsync(TestPortal portal, string term) => portal.ReadAsync(db => db.ContentReferences.Where(r => r.Target == term && r.Field == "TopicsPart.Themes").Select(r => r.LocalizationSet).ToListAsync(Cancel));

    static async Task<List<string>> ListedAsync(TestPortal portal, string theme) =>
        [.. (await portal.PageAsync($"/en/analyses?theme={theme}")).QuerySelectorAll(".item a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith("/en/analyses/", StringComparison.Ordinal)).Distinct()];

    static async Task<List<string>> WordsAsync(TestPortal portal, string culture) => [.. (await portal.PageAsync($"/{culture}")).QuerySelectorAll(".site-nav a").Select(a => a.TextContent.Trim())];

    static Task<string> IdOfAsync(TestPortal portal, string user) => portal.ReadAsync(db => db.Users.Where(u => u.UserName == user).Select(u => u.Id).SingleAsync(Cancel));

    static async Task<string> OwnerAsync(TestPortal portal, string name, string organisation) =>
        (await portal.AsSystemAsync(s => s.GetRequiredService<CreateUser>().RunAsync(new(name, $"{name}@example.org", ["OrganisationOwner"], Template.Password, organisation), Cancel))).Value.Id;

    static async Task<HttpResponseMessage> SendAsync(TestPortal portal, HttpClient browser, string path, Form fields, string? from = null)
    {
        fields["__RequestVerificationToken"] = (await portal.PageAsync(from ?? path, browser)).TokenOf();
        return await browser.PostFormAsync(path, fields);
    }
}

public sealed class StructureTestsOnPostgres : StructureTests
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}
