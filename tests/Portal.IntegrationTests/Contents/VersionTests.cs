using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Contents;

/// <summary>Versions: what is kept of whom, what changed, and the way back.</summary>
public abstract class VersionTests(TestPortal portal)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_that_another_person_wrote_is_overwritten()
    {
        var id = await CreateAsync("nina", "Written by Nina");
        await SaveAsync("tara", id, "Written over by Tara");
        (await VersionsAsync(id)).Select(v => (v.Author, v.DisplayText)).ShouldBe([("nina", "Written by Nina"), ("tara", "Written over by Tara")]);
    }

    [Fact]
    public async Task The_same_person_goes_on_in_the_same_version_for_a_quarter_of_an_hour_and_no_longer()
    {
        var id = await CreateAsync("nina", "First words");
        portal.Clock.Advance(TimeSpan.FromMinutes(14));
        await SaveAsync("nina", id, "Second words");
        (await VersionsAsync(id)).Count.ShouldBe(1);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await SaveAsync("nina", id, "Third words");
        (await VersionsAsync(id)).Select(v => v.DisplayText).ShouldBe(["Second words", "Third words"]);
    }

    [Fact]
    public async Task What_got_a_comment_or_was_public_once_stays_as_it_is()
    {
        var id = await CreateAsync("nina", "With a comment");
        await SaveAsync("nina", id, "With a comment, better", "Names corrected");
        await SaveAsync("nina", id, "After the comment");
        (await VersionsAsync(id)).Select(v => (v.DisplayText, v.Comment)).ShouldBe([("With a comment, better", "Names corrected"), ("After the comment", null)]);

        await portal.PublishAsync(id);
        await portal.UnpublishAsync(id);
        await SaveAsync("nina", id, "After it was public");
        (await VersionsAsync(id)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_discarded_draft_stays_among_the_versions()
    {
        var id = await CreateAsync("nina", "Public text");
        await portal.PublishAsync(id);
        await SaveAsync("nina", id, "A draft over it");
        (await portal.AsAsync("nina", s => s.GetRequiredService<DiscardDraft>().RunAsync(id, Cancel))).Problem.ShouldBeNull();
        (await VersionsAsync(id)).Select(v => v.DisplayText).ShouldBe(["Public text", "A draft over it"]);
        (await portal.ItemAsync(id)).FoldedTitle.ShouldBe(" public text ");
    }

    [Fact]
    public async Task Two_versions_are_compared_field_by_field_and_word_by_word_with_who_wrote_them()
    {
        var id = await CreateAsync("nina", "A road without a pavement", "Children walk on the road.\n\nNothing else was said.");
        await SaveAsync("tara", id, "A road without any pavement", "Widened", "Children walk on the street.\n\nNothing else was said.");
        var nina = await portal.SignedInAsync("nina");
        var list = await portal.PageAsync($"/admin/content/{id}/versions", nina);
        list.QuerySelectorAll(".versions tbody tr").Length.ShouldBe(2);
        list.QuerySelector(".versions tbody tr")!.TextContent.ShouldContain("Widened");

        var page = await portal.PageAsync($"/admin/content/{id}/versions/compare?from=1&to=2", nina);
        var fields = page.QuerySelectorAll(".version-field").ToDictionary(f => f.QuerySelector("h2")!.TextContent.Trim(), StringComparer.Ordinal);
        fields.Keys.ShouldBe(["Title", "Text"]);
        fields["Title"].QuerySelector("del")!.TextContent.ShouldContain("a");
        fields["Title"].QuerySelector("ins")!.TextContent.ShouldContain("any");
        fields["Text"].QuerySelector("del")!.TextContent.ShouldContain("road");
        fields["Text"].QuerySelector("ins")!.TextContent.ShouldContain("street");
        page.Body!.TextContent.ShouldContain("tara");
    }

    [Fact]
    public async Task Restoring_brings_the_text_alone_unless_the_shared_fields_are_asked_for()
    {
        const string Id = "consultation-small-arms-strategy-en";
        var before = await DocumentAsync(Id);
        var version = (await portal.ItemAsync(Id)).LatestVersionId!;
        await portal.AsAsync("nina", s => Editing.SaveAsync(s, Id, d =>
        {
            d["TitlePart"]!["Title"] = "Quite another title";
            d["Consultation"]!["DecisionExpected"] = new JsonObject { ["Value"] = "2033-01-02T00:00:00" };
        }));

        await RestoreAsync(new(Id, version));
        var text = await DocumentAsync(Id);
        text.DisplayText.ShouldBe(before.DisplayText);
        text.Content["Consultation"]!["DecisionExpected"]!.ToJsonString().ShouldContain("2033");

        await RestoreAsync(new(Id, version, WithShared: true));
        var whole = await DocumentAsync(Id);
        whole.Content["Consultation"]!["DecisionExpected"]?.ToJsonString().ShouldBe(before.Content["Consultation"]!["DecisionExpected"]?.ToJsonString());
    }

    [Fact]
    public async Task The_form_takes_a_comment_and_another_organisation_sees_no_versions()
    {
        var id = await CreateAsync("fiq", "Ours alone");
        var fiq = await portal.SignedInAsync("fiq");
        var form = await EditorForm.OfAsync(fiq, id);
        form["TitlePart.Title"] = "Ours alone, corrected";
        form["comment"] = "A letter was missing";
        using (var saved = await form.PressAsync("save")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await VersionsAsync(id)).Last().Comment.ShouldBe("A letter was missing");

        var other = await portal.SignedInAsync("aktiv");
        using var versions = await other.AskAsync($"/admin/content/{id}/versions");
        versions.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var compare = await other.AskAsync($"/admin/content/{id}/versions/compare?to=1");
        compare.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    async Task RestoreAsync(RestoreContentItem.Input input) => (await portal.AsAsync("nina", s => s.GetRequiredService<RestoreContentItem>().RunAsync(input, Cancel))).Problem.ShouldBeNull();

    async Task<string> CreateAsync(string user, string title, string? text = null)
    {
        var document = Editing.Text(title);
        if (text is not null) document.Apply(new MarkdownBodyPart { Markdown = text });
        return (await portal.AsAsync(user, s => s.GetRequiredService<CreateContentItem>().RunAsync(new("Article", "en", document), Cancel))).Value.ContentItemId;
    }

    async Task SaveAsync(string user, string id, string title, string? comment = null, string? text = null)
    {
        var outcome = await portal.AsAsync(user, async s =>
        {
            var document = await DocumentAsync(id);
            document.Content["TitlePart"]!["Title"] = title;
            if (text is not null) document.Apply(new MarkdownBodyPart { Markdown = text });
            return await s.GetRequiredService<SaveDraft>().RunAsync(new(id, document, Comment: comment), Cancel);
        });
        outcome.Problem.ShouldBeNull();
    }

    Task<List<ContentItemVersion>> VersionsAsync(string id) => portal.ReadAsync(db => db.ContentItemVersions.AsNoTracking().Where(v => v.ContentItemId == id).OrderBy(v => v.Number).ToListAsync(Cancel));

    Task<ContentDocument> DocumentAsync(string id) => portal.ReadAsync(async db =>
    {
        var item = await db.ContentItems.AsNoTracking().SingleAsync(i => i.ContentItemId == id, Cancel);
        return ContentDocument.Compose(
            await db.ContentItemVersions.Where(v => v.VersionId == item.LatestVersionId).Select(v => v.Json).SingleAsync(Cancel), await db.ContentSets.Where(s => s.LocalizationSet == item.LocalizationSet).Select(s => s.DraftJson).SingleAsync(Cancel));
    });
}

public sealed class VersionTestsOnSqlite(SharedPortal shared) : VersionTests(shared.Portal), IClassFixture<SharedPortal>;

public sealed class VersionTestsOnPostgres(SharedPostgresPortal shared) : VersionTests(shared.Portal), IClassFixture<SharedPostgresPortal>;
