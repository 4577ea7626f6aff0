using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Review;

namespace Portal.IntegrationTests.Contents;

/// <summary>The editors' list of content, on both databases.</summary>
public abstract class EditorsListTests(TestPortal portal)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("djordje")]
    [InlineData("Ђорђе")]
    [InlineData("mosto")]
    [InlineData("đorđe MOSTOVI")]
    public async Task A_title_is_found_by_its_words_and_their_beginnings_in_any_script(string typed)
    {
        await CreateAsync("nina", "Article", "sr", "Ђорђе и мостови");
        var found = await TitlesAsync("nina", $"?q={Uri.EscapeDataString(typed)}");
        found.ShouldContain("Ђорђе и мостови");
        (await TitlesAsync("nina", "?q=djordjevic")).ShouldNotContain("Ђорђе и мостови");
    }

    [Fact]
    public async Task Every_item_is_on_exactly_one_page_in_either_order_and_the_way_back_shows_the_same()
    {
        var id = await CreateAsync("nina", "Article", "bs", "Mnogo puta isto");
        (await portal.MultiplyContentAsync(id, 120)).Problem.ShouldBeNull();
        var nina = await portal.SignedInAsync("nina");
        foreach (var order in new[] { "", "&sort=title" })
        {
            var pages = new List<List<string>>();
            string? last = null;
            for (string? next = $"/admin/content?q=mnogo{order}"; next is not null;)
            {
                var page = await portal.PageAsync(next, nina);
                pages.Add(RowsOf(page));
                (last, next) = (next, page.QuerySelector("a[rel=next]")?.GetAttribute("href"));
            }

            pages.ConvertAll(p => p.Count).ShouldBe([50, 50, 21]);
            pages.SelectMany(p => p).Distinct(StringComparer.Ordinal).Count().ShouldBe(121);
            var back = await portal.PageAsync((await portal.PageAsync(last!, nina)).QuerySelector("a[rel=prev]")!.GetAttribute("href")!, nina);
            RowsOf(back).ShouldBe(pages[1]);
        }
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_each_state_is_told_apart()
    {
        var draft = await CreateAsync("nina", "Page", "en", "State of things, a draft");
        var open = await CreateAsync("nina", "Page", "en", "State of things, public");
        var changed = await CreateAsync("nina", "Page", "en", "State of things, changed");
        foreach (var id in new[] { open, changed }) await portal.PublishAsync(id);
        await portal.EditAsync(changed, d => d["TitlePart"]!["Title"] = "State of things, changed again");

        (await IdsAsync("nina", "?q=state+things&state=Draft")).ShouldBe([draft]);
        (await IdsAsync("nina", "?q=state+things&state=Published")).ShouldBe([open]);
        (await IdsAsync("nina", "?q=state+things&state=Changed")).ShouldBe([changed]);
        (await IdsAsync("nina", "?q=state+things&type=Article")).ShouldBeEmpty();
        (await IdsAsync("nina", "?q=state+things&culture=sq")).ShouldBeEmpty();
        (await IdsAsync("nina", "?q=state+things&mine=true")).Order(StringComparer.Ordinal).ShouldBe(new[] { draft, open, changed }.Order(StringComparer.Ordinal));
        (await IdsAsync("nina", "?q=state+things&since=2099-01-01")).ShouldBeEmpty();
        (await TitlesAsync("nina", "?q=state+things&sort=title")).ShouldBe(["State of things, a draft", "State of things, changed again", "State of things, public"]);
    }

    [Fact]
    public async Task Texts_in_review_and_returned_ones_are_told_apart_and_found_for_as_many_queries_as_any_others()
    {
        var (waits, back, plain) = (await portal.AskedForAsync("Reviewed lamps, waiting"), await portal.AskedForAsync("Reviewed lamps, returned"), await portal.WrittenAsync("Reviewed lamps, unasked"));
        (await portal.ReturnAsync("nina", back, "Mend it.")).ShouldBeNull();
        foreach (var user in new[] { "nina", "fiq" })
        {
            (await IdsAsync(user, "?q=reviewed+lamps&state=InReview")).ShouldBe([waits], user);
            (await IdsAsync(user, "?q=reviewed+lamps&state=Returned")).ShouldBe([back], user);
            (await IdsAsync(user, "?q=reviewed+lamps&state=Draft")).Order(StringComparer.Ordinal).ShouldBe(new[] { waits, back, plain }.Order(StringComparer.Ordinal), user);
        }

        var nina = await portal.SignedInAsync("nina");
        var page = await portal.PageAsync("/admin/content?q=reviewed+lamps&state=InReview", nina);
        page.QuerySelector(".list-row .state-further")!.TextContent.ShouldBe("In review");
        page.QuerySelector("#state option[selected]")!.TextContent.ShouldBe("In review");
        page.QuerySelectorAll(".queue-tabs a").Select(a => a.GetAttribute("href")).ShouldContain("/admin/content?state=Returned");
        // Of a state that nobody knows there is nothing; it is not everything.
        (await IdsAsync("nina", "?q=reviewed+lamps&state=Elsewhere")).ShouldBeEmpty();

        // A text that is public is in no review any more.
        await portal.PublishAsync(waits);
        (await IdsAsync("nina", "?q=reviewed+lamps&state=InReview")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_member_sees_what_belongs_to_the_own_organisation_and_nothing_else()
    {
        var own = await CreateAsync("fiq", "Article", "en", "Bounds of a list, ours");
        await CreateAsync("aktiv", "Article", "en", "Bounds of a list, theirs");
        (await IdsAsync("fiq", "?q=bounds")).ShouldBe([own]);
        (await TitlesAsync("nina", "?q=bounds")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_many_items_those_are_done_that_may_be_and_the_others_are_named_with_the_reason()
    {
        var first = await CreateAsync("nina", "Page", "en", "Many at once, first");
        var second = await CreateAsync("nina", "Page", "en", "Many at once, second");
        await portal.PublishAsync(second);
        var nina = await portal.SignedInAsync("nina");
        using var answer = await BulkAsync(nina, "publish", first, second);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var report = await TestPortal.ParseAsync(answer);
        report.QuerySelector(".success")!.TextContent.ShouldContain("1 item is public now.");
        report.QuerySelectorAll(".error-summary li").Single().TextContent.ShouldContain("Many at once, second");
        report.QuerySelectorAll(".error-summary li").Single().TextContent.ShouldContain("public already");
        (await portal.ItemAsync(first)).PublishedVersionId.ShouldNotBeNull();

        using var whole = await BulkAsync(nina, "remove", first, second);
        whole.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await IdsAsync("nina", "?q=many+once")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_in_the_bin_says_who_put_it_there_and_comes_back_as_a_draft()
    {
        var id = await CreateAsync("nina", "Page", "en", "Thrown away by mistake");
        await portal.PublishAsync(id);
        (await portal.AsAsync("nina", s => s.GetRequiredService<RemoveContentItem>().RunAsync(id, Cancel))).Problem.ShouldBeNull();
        var nina = await portal.SignedInAsync("nina");
        var bin = await portal.PageAsync("/admin/content/bin", nina);
        var row = bin.QuerySelectorAll("tr.list-row").Single(r => r.TextContent.Contains("Thrown away by mistake", StringComparison.Ordinal));
        row.TextContent.ShouldContain("nina");
        using var answer = await nina.PostFormAsync(row.QuerySelector("form")!.GetAttribute("action")!, new Form { ["version"] = row.QuerySelector("input[name=version]")!.GetAttribute("value")!, ["__RequestVerificationToken"] = bin.TokenOf() });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var item = await portal.ItemAsync(id);
        (item.State, item.RemovedUtc, item.PublishedVersionId).ShouldBe((ContentState.Draft, null, null));
        (await IdsAsync("nina", "?q=thrown+mistake")).ShouldBe([id]);
    }

    [Fact]
    public async Task A_clone_has_all_texts_and_shared_fields_and_ids_of_its_own()
    {
        const string Original = "consultation-safety-action-plan-en";
        var clone = (await portal.AsAsync("nina", s => s.GetRequiredService<CloneContentItem>().RunAsync(Original, Cancel))).Value;
        var (before, after) = (await portal.ItemAsync(Original), await portal.ItemAsync(clone.ContentItemId));
        after.LocalizationSet.ShouldBe(after.ContentItemId);
        after.State.ShouldBe(ContentState.Draft);
        var (old, made) = (await DocumentAsync(before), await DocumentAsync(after));
        made.DisplayText.ShouldBe(old.DisplayText + " (2)");
        made.Content["Consultation"]!["Closes"]!.ToJsonString().ShouldBe(old.Content["Consultation"]!["Closes"]!.ToJsonString());
        var (sections, copies) = (old.As<BagPart>("Sections")!.Items.ToList(), made.As<BagPart>("Sections")!.Items.ToList());
        copies.ConvertAll(c => c.Document.DisplayText).ShouldBe(sections.ConvertAll(s => s.Document.DisplayText));
        copies.Select(c => c.Id).Intersect(sections.Select(s => s.Id), StringComparer.Ordinal).ShouldBeEmpty();
        made.Content["Consultation"]!["SectionOrder"]!["Values"]!.AsArray().Select(v => (string?)v).Order(StringComparer.Ordinal).ShouldBe(copies.Select(c => (string?)c.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_view_is_kept_for_oneself_and_by_network_editors_for_everybody()
    {
        var (nina, fiq) = (await portal.SignedInAsync("nina"), await portal.SignedInAsync("fiq"));
        await KeepAsync(nina, "?type=Debate&state=Draft", "Debates in work", true);
        await KeepAsync(fiq, "?culture=sq", "Only Albanian", false);
        using (var refused = await PostViewAsync(fiq, "?culture=bs", "For all of you", true)) refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await portal.PageAsync("/admin/content", fiq)).QuerySelectorAll(".queue-tabs a").Select(a => a.GetAttribute("href")).ShouldContain("/admin/content?type=Debate&state=Draft");
        (await portal.PageAsync("/admin/content", nina)).QuerySelector(".queue-tabs")!.TextContent.ShouldNotContain("Only Albanian");
        (await portal.PageAsync("/admin/content?culture=sq", fiq)).QuerySelector(".queue-tabs a[aria-current]")!.TextContent.ShouldContain("Only Albanian");
    }

    async Task KeepAsync(HttpClient browser, string query, string name, bool shared)
    {
        using var answer = await PostViewAsync(browser, query, name, shared);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    async Task<HttpResponseMessage> PostViewAsync(HttpClient browser, string query, string name, bool shared)
    {
        var page = await portal.PageAsync("/admin/content" + query, browser);
        return await browser.PostFormAsync("/admin/content/views" + query, new Form { ["name"] = name, ["shared"] = shared ? "true" : "false", ["__RequestVerificationToken"] = page.TokenOf() });
    }

    async Task<HttpResponseMessage> BulkAsync(HttpClient browser, string verb, params string[] ids)
    {
        var page = await portal.PageAsync("/admin/content", browser);
        return await browser.PostFormAsync("/admin/content/bulk", [new("do", verb), new("__RequestVerificationToken", page.TokenOf()), .. ids.Select(id => KeyValuePair.Create("chosen", id))]);
    }

    Task<ContentDocument> DocumentAsync(ContentItem item) => portal.ReadAsync(async db => ContentDocument.Compose(
        await db.ContentItemVersions.Where(v => v.VersionId == item.LatestVersionId).Select(v => v.Json).SingleAsync(Cancel), await db.ContentSets.Where(s => s.LocalizationSet == item.LocalizationSet).Select(s => s.DraftJson).SingleAsync(Cancel)));

    async Task<string> CreateAsync(string user, string type, string culture, string title) =>
        (await portal.AsAsync(user, s => s.GetRequiredService<CreateContentItem>().RunAsync(new(type, culture, Editing.Text(title)), Cancel))).Value.ContentItemId;

    async Task<List<string>> TitlesAsync(string user, string query) => [.. (await ListAsync(user, query)).QuerySelectorAll(".list-row .open").Select(a => a.TextContent)];

    async Task<List<string>> IdsAsync(string user, string query) => RowsOf(await ListAsync(user, query));

    async Task<IHtmlDocument> ListAsync(string user, string query) => await portal.PageAsync("/admin/content" + query, await portal.SignedInAsync(user));

    static List<string> RowsOf(IHtmlDocument page) => [.. page.QuerySelectorAll("input[name=chosen]").Select(i => i.GetAttribute("value")!)];
}

public sealed class EditorsListTestsOnSqlite(SharedPortal shared) : EditorsListTests(shared.Portal), IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Theory]
    [InlineData("")]
    [InlineData("?type=Article&culture=en&state=Draft")]
    [InlineData("?sort=title&after=%20multitude%20500%20~x")]
    [InlineData("?q=multitude")]
    [InlineData("?q=multitude+777")]
    [InlineData("?state=Scheduled")]
    public async Task The_list_costs_as_many_commands_with_ten_thousand_items_more(string query)
    {
        var nina = await portal.SignedInAsync("nina");
        var before = await portal.CostAsync("/admin/content" + query, nina);
        before.ShouldBeLessThanOrEqualTo(9, query);
        var id = (await portal.AsAsync("nina", s => s.GetRequiredService<CreateContentItem>().RunAsync(new("Article", "en", Editing.Text("Multitude")), TestContext.Current.CancellationToken))).Value.ContentItemId;
        (await portal.MultiplyContentAsync(id, 10_000)).Problem.ShouldBeNull();
        (await portal.CostAsync("/admin/content" + query, nina)).ShouldBeLessThanOrEqualTo(before + 1, query);
        await portal.ReadAsync(db => db.ContentItems.Where(i => EF.Functions.Like(i.ContentItemId, id + "%")).ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        await portal.ReadAsync(db => db.ContentTitleWords.Where(i => EF.Functions.Like(i.ContentItemId, id + "%")).ExecuteDeleteAsync(TestContext.Current.CancellationToken));
    }
}

public sealed class EditorsListTestsOnPostgres(SharedPostgresPortal shared) : EditorsListTests(shared.Portal), IClassFixture<SharedPostgresPortal>;
