using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Content;

public abstract class LifeCycleTests(TestPortal portal)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_not_public_until_it_is_published_and_not_after_it_was_taken_back()
    {
        var id = await CreateAsync("Page", "en", Editing.Text("Life of a page", "en/life-of-a-page"));
        await IsAsync("/en/life-of-a-page", HttpStatusCode.NotFound);
        await portal.PublishAsync(id);
        await IsAsync("/en/life-of-a-page", HttpStatusCode.OK);
        await portal.EditAsync(id, d => d["TitlePart"]!["Title"] = "A draft over it");
        (await portal.Client.TextAsync("/en/life-of-a-page")).ShouldNotContain("A draft over it");
        (await RunAsync(s => s.GetRequiredService<DiscardDraft>().RunAsync(id, Cancel))).Problem.ShouldBeNull();
        (await portal.ItemAsync(id)).LatestVersionId.ShouldBe((await portal.ItemAsync(id)).PublishedVersionId);
        await portal.UnpublishAsync(id);
        await IsAsync("/en/life-of-a-page", HttpStatusCode.NotFound);
        (await portal.Client.TextAsync("/sitemap.xml")).ShouldNotContain("life-of-a-page");
    }

    [Fact]
    public async Task A_removed_item_is_nowhere_until_an_earlier_text_of_it_is_restored()
    {
        var id = await CreateAsync("Page", "en", Editing.Text("Removed and restored", "en/removed-and-restored"));
        await portal.PublishAsync(id);
        var version = (await portal.ItemAsync(id)).PublishedVersionId!;
        (await RunAsync(s => s.GetRequiredService<RemoveContentItem>().RunAsync(id, Cancel))).Problem.ShouldBeNull();
        await IsAsync("/en/removed-and-restored", HttpStatusCode.NotFound);
        (await RunAsync(s => s.GetRequiredService<PublishContentItem>().RunAsync(id, Cancel))).Problem!.Kind.ShouldBe(ProblemKind.NotFound);

        (await RunAsync(s => s.GetRequiredService<RestoreContentItem>().RunAsync(new(id, version), Cancel))).Problem.ShouldBeNull();
        await IsAsync("/en/removed-and-restored", HttpStatusCode.NotFound);
        await portal.PublishAsync(id);
        await IsAsync("/en/removed-and-restored", HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_renamed_address_leads_to_the_new_one_and_so_does_every_older_one()
    {
        var id = await CreateAsync("Page", "sq", Editing.Text("Emri i parë", "sq/emri-i-pare"));
        await portal.PublishAsync(id);
        foreach (var path in new[] { "sq/emri-i-dyte", "sq/emri-i-trete" })
        {
            await portal.EditAsync(id, d => d["AutoroutePart"]!["Path"] = path);
            await portal.PublishAsync(id);
        }

        foreach (var old in new[] { "/sq/emri-i-pare", "/sq/emri-i-dyte" })
        {
            using var answer = await portal.Client.AskAsync(old);
            answer.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
            answer.Headers.Location!.ToString().ShouldBe("/sq/emri-i-trete");
        }

        await IsAsync("/sq/emri-i-trete", HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_asked_for_by_two_items_goes_to_the_first()
    {
        await portal.PublishAsync(await CreateAsync("Page", "bs", Editing.Text("Prva", "bs/zauzeta")));
        var second = await CreateAsync("Page", "bs", Editing.Text("Druga", "bs/zauzeta"));
        (await RunAsync(s => s.GetRequiredService<PublishContentItem>().RunAsync(second, Cancel))).Problem!.Errors.Single().Field.ShouldBe("AutoroutePart.Path");
        (await portal.Client.TextAsync("/bs/zauzeta")).ShouldContain("Prva");
    }

    [Fact]
    public async Task Items_of_the_same_title_get_addresses_of_their_own()
    {
        var ids = new[] { await CreateAsync("Page", "en", Editing.Text("Twice the same")), await CreateAsync("Page", "en", Editing.Text("Twice the same")) };
        foreach (var id in ids) await portal.PublishAsync(id);
        (await portal.ItemAsync(ids[0])).PublishedPath.ShouldBe("twice-the-same");
        (await portal.ItemAsync(ids[1])).PublishedPath.ShouldBe("twice-the-same-2");
    }

    [Fact]
    public async Task Each_culture_has_its_own_address_in_letters_that_need_no_escaping()
    {
        var sr = await CreateAsync("PolicyAnalysis", "sr", Editing.Text("Љубав и Њујорк: шта даље?"));
        await portal.PublishAsync(sr);
        (await portal.ItemAsync(sr)).PublishedPath!.ShouldStartWith("analize/");
        (await portal.ItemAsync(sr)).PublishedPath!.ShouldAllBe(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-' || c == '/');
    }

    [Fact]
    public async Task A_set_has_one_item_per_culture()
    {
        var first = await CreateAsync("Page", "en", Editing.Text("One per culture"));
        (await RunAsync(s => s.GetRequiredService<CreateContentItem>().RunAsync(new("Page", "en", Editing.Text("Another"), first), Cancel))).Problem!.Kind.ShouldBe(ProblemKind.Conflict);
        (await RunAsync(s => s.GetRequiredService<CreateContentItem>().RunAsync(new("Page", "sr-Latn", Editing.Text("A rendering"), first), Cancel))).Problem!.Errors.Single().Field.ShouldBe("culture");
        (await RunAsync(s => s.GetRequiredService<CreateContentItem>().RunAsync(new("PolicyAnalysis", "sq", Editing.Text("Of another type"), first), Cancel))).Problem.ShouldNotBeNull();
    }

    [Fact]
    public async Task Publishing_one_culture_publishes_the_shared_fields_of_all()
    {
        await portal.EditAsync("consultation-small-arms-strategy-sq", d => d["Consultation"]!["DecisionExpected"] = new JsonObject { ["Value"] = "2031-05-04T00:00:00" });
        (await portal.Client.TextAsync("/en/consultations/small-arms-control-strategy")).ShouldNotContain("2031");
        await portal.PublishAsync("consultation-small-arms-strategy-sq");
        (await portal.Client.TextAsync("/en/consultations/small-arms-control-strategy")).ShouldContain("4&#xA0;May&#xA0;2031");
    }

    [Fact]
    public async Task Of_two_editors_who_save_the_same_text_the_second_is_told()
    {
        var id = await CreateAsync("Page", "en", Editing.Text("Edited by two"));
        var read = (await portal.ItemAsync(id)).Stamp;
        (await RunAsync(s => Editing.SaveAsync(s, id, d => d["TitlePart"]!["Title"] = "By the first", read))).Problem.ShouldBeNull();
        (await RunAsync(s => Editing.SaveAsync(s, id, d => d["TitlePart"]!["Title"] = "By the second", read))).Problem!.Kind.ShouldBe(ProblemKind.Conflict);
    }

    [Fact]
    public async Task Every_change_of_content_leaves_an_audit_record()
    {
        var id = await CreateAsync("Page", "en", Editing.Text("Watched", "en/watched"));
        await portal.EditAsync(id, d => d["TitlePart"]!["Title"] = "Watched closely");
        await portal.PublishAsync(id);
        var version = (await portal.ItemAsync(id)).PublishedVersionId!;
        await portal.EditAsync(id, d => d["TitlePart"]!["Title"] = "Thrown away");
        await RunAsync(s => s.GetRequiredService<DiscardDraft>().RunAsync(id, Cancel));
        await portal.UnpublishAsync(id);
        await RunAsync(s => s.GetRequiredService<RemoveContentItem>().RunAsync(id, Cancel));
        await RunAsync(s => s.GetRequiredService<RestoreContentItem>().RunAsync(new(id, version), Cancel));

        (await portal.ReadAsync(db => db.AuditTrail.Where(e => e.SubjectId == id).OrderBy(e => e.Id).Select(e => e.Name).ToListAsync(Cancel)))
            .ShouldBe(["Created", "Saved", "Published", "Saved", "DraftDiscarded", "Unpublished", "Removed", "Restored"]);
    }

    async Task<string> CreateAsync(string type, string culture, ContentDocument document) =>
        (await RunAsync(s => s.GetRequiredService<CreateContentItem>().RunAsync(new(type, culture, document), Cancel))).Value.ContentItemId;

    Task<Result<T>> RunAsync<T>(Func<IServiceProvider, Task<Result<T>>> act) => portal.AsSystemAsync(act);

    async Task IsAsync(string path, HttpStatusCode status)
    {
        using var answer = await portal.Client.AskAsync(path);
        answer.StatusCode.ShouldBe(status, path);
    }
}

public sealed class LifeCycleTestsOnSqlite(SharedPortal shared) : LifeCycleTests(shared.Portal), IClassFixture<SharedPortal>;

public sealed class LifeCycleTestsOnPostgres(SharedPostgresPortal shared) : LifeCycleTests(shared.Portal), IClassFixture<SharedPostgresPortal>;
