using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;

namespace Portal.UnitTests.Recipes;

public class RecipeContentTests
{
    public sealed class Notice : ContentPart
    {
        [Shared]
        public DateField? Day { get; set; }
    }

    static Task<PortalWithRecipes> StartAsync() => PortalWithRecipes.StartAsync(s =>
        s.AddContentType(new ContentTypeDefinition("Notice", "Notice").With<TitlePart>().With<AutoroutePart>().With<LocalizationPart>().With<Notice>().At("Notice", "njoftime", "obavestenja", "obavjestenja", "notices")));

    static string Item(string id, string culture, string title, string day = "2026-03-01", string version = "v1", string flags = "\"Latest\": true, \"Published\": true") => $$"""
        { "ContentItemId": "{{id}}-{{culture}}", "ContentItemVersionId": "{{id}}-{{culture}}-{{version}}", "ContentType": "Notice", {{flags}},
          "TitlePart": { "Title": "{{title}}" }, "LocalizationPart": { "LocalizationSet": "{{id}}", "Culture": "{{culture}}" }, "Notice": { "Day": { "Value": "{{day}}" } } }
        """;

    static string Content(params string[] items) => $$"""{ "name": "Content", "data": [ {{string.Join(',', items)}} ] }""";

    [Fact]
    public async Task Importing_twice_is_importing_once()
    {
        await using var portal = await StartAsync();
        var step = Content(Item("a", "sq", "Një"), Item("a", "sr", "Један"), Item("b", "en", "Two"));
        var first = (await portal.RunStepsAsync(step)).Value.Steps.Single();
        var second = (await portal.RunStepsAsync(step)).Value.Steps.Single();

        (first.Created, first.Updated, first.Unchanged).ShouldBe((3, 0, 0));
        (second.Created, second.Updated, second.Unchanged).ShouldBe((0, 0, 3));
        (await portal.ReadAsync(db => db.ContentItemVersions.CountAsync())).ShouldBe(3);
        (await portal.ReadAsync(db => db.ContentPaths.Select(p => p.Culture + "/" + p.Path).Order().ToListAsync())).ShouldBe(["en/notices/two", "sq/njoftime/nje", "sr/obavestenja/jedan"]);
    }

    [Fact]
    public async Task Three_files_of_three_cultures_share_one_set()
    {
        await using var portal = await StartAsync();
        foreach (var (culture, title) in new[] { ("sq", "Një"), ("sr", "Један"), ("bs", "Jedan") })
        {
            portal.Write($"demo/{culture}.recipe.json", $$"""{ "name": "demo-{{culture}}", "steps": [ {{Content(Item("a", culture, title))}} ] }""");
        }

        var report = await portal.RunStepsAsync("""{ "name": "recipes", "Values": [ { "executionid": "x", "name": "demo-sq" }, { "name": "demo/sr" }, { "name": "demo/bs.recipe.json" } ] }""");

        report.Value.Steps.Select(s => s.File).ShouldBe(["test.recipe.json", "sq.recipe.json", "sr.recipe.json", "bs.recipe.json"]);
        (await portal.ReadAsync(db => db.ContentItems.Where(i => i.LocalizationSet == "a" && i.PublishedPath != null).Select(i => i.Culture).Order().ToListAsync())).ShouldBe(["bs", "sq", "sr"]);
        (await portal.ReadAsync(db => db.ContentSets.SingleAsync())).PublishedJson!.ShouldContain("2026-03-01");
    }

    [Fact]
    public async Task A_bad_item_undoes_its_step_and_is_named_while_earlier_steps_stay()
    {
        await using var portal = await StartAsync();
        var result = await portal.RunStepsAsync(Content(Item("a", "sq", "Një")) + "," + Content(Item("b", "sq", "Dy"), """{ "ContentItemId": "broken", "ContentType": "Notice", "Latest": true, "TitlePart": { "Title": { "not": "a text" } } }"""));

        result.Problem!.Args.ShouldBe(["test.recipe.json", 2, "Content"]);
        result.Problem.Errors[0].Field.ShouldBe("$.steps[1].data[1]");
        result.Problem.Errors[0].Args.ShouldBe(["broken"]);
        (await portal.ReadAsync(db => db.ContentItems.Select(i => i.ContentItemId).ToListAsync())).ShouldBe(["a-sq"]);
    }

    [Fact]
    public async Task A_changed_text_under_a_known_version_becomes_the_next_version_once()
    {
        await using var portal = await StartAsync();
        await portal.RunStepsAsync(Content(Item("a", "en", "One")));
        var changed = Content(Item("a", "en", "One and a half"));
        (await portal.RunStepsAsync(changed)).Value.Steps.Single().Updated.ShouldBe(1);
        (await portal.RunStepsAsync(changed)).Value.Steps.Single().Unchanged.ShouldBe(1);
        (await portal.ReadAsync(db => db.ContentItemVersions.OrderBy(v => v.Number).Select(v => v.DisplayText).ToListAsync())).ShouldBe(["One", "One and a half"]);
    }

    [Fact]
    public async Task A_draft_over_a_published_text_and_a_text_of_the_past_come_in_as_they_were()
    {
        await using var portal = await StartAsync();
        var step = Content(
            Item("a", "en", "Past", version: "v1", flags: "\"Latest\": false, \"Published\": false"),
            Item("a", "en", "Public", version: "v2", flags: "\"Latest\": false, \"Published\": true"),
            Item("a", "en", "Draft", version: "v3", flags: "\"Latest\": true, \"Published\": false"));
        await portal.RunStepsAsync(step);
        (await portal.RunStepsAsync(step)).Value.Steps.Single().Unchanged.ShouldBe(3);

        var item = await portal.ReadAsync(db => db.ContentItems.SingleAsync());
        (item.PublishedVersionId, item.LatestVersionId).ShouldBe(("a-en-v2", "a-en-v3"));
        (await portal.ReadAsync(db => db.ContentItemVersions.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task Languages_that_disagree_about_a_shared_field_keep_their_own_and_are_reported()
    {
        await using var portal = await StartAsync();
        var step = Content(Item("a", "sq", "Një", "2026-03-01"), Item("a", "sr", "Један", "2026-03-02"));
        (await portal.RunStepsAsync(step)).Value.Notes.ShouldHaveSingleItem().Path.ShouldBe("$.steps[0].data[1].Notice.Day");
        (await portal.RunStepsAsync(step)).Value.Steps.Single().Unchanged.ShouldBe(2);
        (await portal.ReadAsync(db => db.ContentItemVersions.SingleAsync(v => v.ContentItemId == "a-sr"))).Json.ShouldContain("2026-03-02");
    }

    [Fact]
    public async Task Unknown_types_and_parts_are_kept_and_reported_once_each()
    {
        await using var portal = await StartAsync();
        var report = await portal.RunStepsAsync(Content(
            """{ "ContentItemId": "x1", "ContentType": "Recette", "Latest": true, "Published": true, "HtmlBodyPart": { "Html": "<p>soup</p>" } }""",
            """{ "ContentItemId": "x2", "ContentType": "Recette", "Latest": true, "Published": true, "Displaytext": "lost in Orchard Core", "HtmlBodyPart": { "Html": "<p>bread</p>" } }""",
            """{ "ContentItemId": "x3", "ContentType": "Notice", "Latest": true, "TitlePart": { "Title": "Three" }, "BadgePart": { "Level": 3 } }"""));

        report.Value.Notes.Select(n => n.Path).ShouldBe(["$.steps[0].data[0]", "$.steps[0].data[1]", "$.steps[0].data[2]"]);
        (await portal.ReadAsync(db => db.ContentItemVersions.SingleAsync(v => v.ContentItemId == "x3"))).Json.ShouldContain("\"Level\":3");
        (await portal.ReadAsync(db => db.ContentItemVersions.SingleAsync(v => v.ContentItemId == "x1"))).Json.ShouldContain("<p>soup</p>");
    }
}
