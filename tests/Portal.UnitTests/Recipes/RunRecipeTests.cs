using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Security;
using Portal.Recipes.Models;
using Portal.Recipes.Queries;

namespace Portal.UnitTests.Recipes;

public class RunRecipeTests
{
    static string Recipes => Path.Combine(AppContext.BaseDirectory, "recipes");

    [Fact]
    public async Task The_recipe_in_the_readme_runs()
    {
        await using var portal = await PortalWithRecipes.StartAsync();
        var readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Recipes", "README.md"), TestContext.Current.CancellationToken);
        var start = readme.IndexOf("```json", StringComparison.Ordinal) + 7;
        var report = await portal.RunAsync(portal.Write("readme.recipe.json", readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)]));

        report.Value.Steps.Select(s => s.Name).ShouldBe(["feature", "settings", "Roles", "Content"]);
        (await portal.ReadAsync(db => db.ContentItems.SingleAsync())).LocalizationSet.Length.ShouldBe(26);
    }

    [Fact]
    public async Task The_forum_recipe_runs_and_a_second_run_changes_nothing_but_moving_dates()
    {
        await using var portal = await PortalWithRecipes.StartAsync();
        var first = (await portal.RunAsync(Path.Combine(Recipes, "forum.recipe.json"))).Value;
        first.Notes.ShouldNotContain(n => n.Message.Contains("expression", StringComparison.Ordinal));
        first.Steps.Sum(s => s.Created).ShouldBeGreaterThan(100);

        var second = (await portal.RunAsync(Path.Combine(Recipes, "forum.recipe.json"))).Value;
        second.Steps.Where(s => s.File is not ("submissions.recipe.json" or "questionnaires.recipe.json")).Sum(s => s.Created + s.Updated).ShouldBe(0);
    }

    [Fact]
    public async Task Only_who_may_import_recipes_runs_one()
    {
        await using var portal = await PortalWithRecipes.StartAsync();
        (await portal.RunAsync(portal.Write("r.recipe.json", "{}"), asSystem: false)).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
    }

    [Fact]
    public async Task A_step_that_nobody_knows_is_kept_once_and_reported()
    {
        await using var portal = await PortalWithRecipes.StartAsync();
        const string step = """{ "name": "Layers", "Layers": [ { "Name": "Always" } ] }""";
        (await portal.RunStepsAsync(step)).Value.Notes.ShouldHaveSingleItem().Path.ShouldBe("$.steps[0]");
        await portal.RunStepsAsync(step);

        var kept = JsonNode.Parse((await portal.ReadAsync(db => db.Settings.SingleAsync(s => s.Name == "UnknownSteps"))).Json)!.AsArray();
        JsonNode.DeepEquals(kept.ShouldHaveSingleItem(), JsonNode.Parse(step)).ShouldBeTrue();
    }

    [Fact]
    public async Task Settings_are_kept_key_by_key_known_or_not_and_nulls_are_passed_over()
    {
        await using var portal = await PortalWithRecipes.StartAsync();
        var step = """{ "name": "Settings", "SiteName": "Rrjeti", "BaseUrl": null, "LayerSettings": { "Zones": ["Content"] } }""";
        (await portal.RunStepsAsync(step)).Value.Steps.Single().Created.ShouldBe(2);
        (await portal.RunStepsAsync(step)).Value.Steps.Single().Unchanged.ShouldBe(2);
        (await portal.ReadAsync(db => db.Settings.Select(s => s.Name).Order().ToListAsync())).ShouldBe(["LayerSettings", "SiteName"]);
    }

    [Fact]
    public async Task Permissions_of_a_role_are_replaced_added_or_removed_as_it_says()
    {
        await using var portal = await PortalWithRecipes.StartAsync();
        (await RolesAsync("""["EditContent", "FlyAeroplanes"]""", "")).Notes.ShouldHaveSingleItem().Args.ShouldBe(["FlyAeroplanes"]);
        (await PermissionsAsync()).ShouldBe(["EditContent", "FlyAeroplanes"]);
        await RolesAsync("""["ViewContent"]""", """, "PermissionBehavior": "Add" """);
        (await PermissionsAsync()).ShouldBe(["EditContent", "FlyAeroplanes", "ViewContent"]);
        await RolesAsync("""["FlyAeroplanes"]""", """, "PermissionBehavior": "Remove" """);
        (await PermissionsAsync()).ShouldBe(["EditContent", "ViewContent"]);
        await RolesAsync("""["EditContent"]""", "");
        (await PermissionsAsync()).ShouldBe(["EditContent"]);

        async Task<RecipeReport> RolesAsync(string permissions, string behavior) =>
            (await portal.RunStepsAsync($$"""{ "name": "Roles", "Roles": [ { "Name": "Editor", "Permissions": {{permissions}} {{behavior}} } ] }""")).Value;
        Task<List<string?>> PermissionsAsync() => portal.ReadAsync(db => db.RoleClaims.Where(c => c.ClaimType == Role.PermissionClaim).Select(c => c.ClaimValue).Order().ToListAsync());
    }

    [Fact]
    public async Task Features_are_stored_with_the_unknown_ones_named_and_a_restart_asked_for()
    {
        await using var portal = await PortalWithRecipes.StartAsync();
        var report = (await portal.RunStepsAsync("""{ "name": "feature", "enable": ["Portal.Recipes", "OrchardCore.Layers"] }""")).Value;
        report.NeedsRestart.ShouldBeFalse();
        report.Notes.ShouldHaveSingleItem().Path.ShouldBe("$.steps[0].enable[1]");
        (await portal.ReadAsync(db => db.Features.Select(f => f.Id).ToListAsync())).ShouldBe(["Portal.Recipes"]);

        (await portal.RunStepsAsync("""{ "name": "feature", "disable": ["Portal.Recipes"] }""")).Value.NeedsRestart.ShouldBeTrue();
        (await portal.ReadAsync(db => db.Features.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Recipes_that_lead_in_a_circle_are_refused()
    {
        await using var portal = await PortalWithRecipes.StartAsync();
        portal.Write("b.recipe.json", """{ "name": "b", "steps": [ { "name": "recipes", "Values": [ { "name": "a" } ] } ] }""");
        var a = portal.Write("a.recipe.json", """{ "name": "a", "steps": [ { "name": "recipes", "Values": [ { "name": "b" } ] } ] }""");
        (await portal.RunAsync(a)).Problem!.Errors.ShouldHaveSingleItem().Message.ShouldBe("The recipe {0} leads to itself.");
    }

    [Theory]
    [InlineData("../evil.txt", "Base64\": \"YQ==")]
    [InlineData("/tmp/evil.txt", "Base64\": \"YQ==")]
    [InlineData("a/../../evil.txt", "Base64\": \"YQ==")]
    [InlineData("..\\\\evil.txt", "Base64\": \"YQ==")]
    [InlineData("script.js", "Base64\": \"YQ==")]
    [InlineData("page.html", "Base64\": \"YQ==")]
    [InlineData("a.txt", "SourcePath\": \"../../etc/hostname")]
    [InlineData("a.txt", "Base64\": \"***")]
    public async Task A_file_from_or_to_elsewhere_or_of_a_dangerous_kind_is_refused(string target, string source)
    {
        await using var portal = await PortalWithRecipes.StartAsync();
        var result = await portal.RunStepsAsync($$"""{ "name": "media", "Files": [ { "TargetPath": "good.txt", "Base64": "YQ==" }, { "TargetPath": "{{target}}", "{{source}}" } ] }""");
        result.Problem!.Errors.ShouldHaveSingleItem().Field.ShouldBe("$.steps[0].Files[1]");
        Directory.Exists(Path.Combine(portal.Folder, "data", "media")).ShouldBeTrue();
        Directory.EnumerateFiles(Path.Combine(portal.Folder, "data"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Media_come_from_the_recipe_or_from_beside_it_never_from_the_network()
    {
        await using var portal = await PortalWithRecipes.StartAsync();
        portal.Write("files/report.pdf", "%PDF");
        const string step = """{ "name": "media", "Files": [ { "Path": "docs/a.txt", "Base64": "YQ==" }, { "TargetPath": "docs/r.pdf", "SourcePath": "files/report.pdf" }, { "TargetPath": "b.txt", "SourceUrl": "http://example.org/b.txt" } ] }""";
        var report = (await portal.RunStepsAsync(step)).Value;
        report.Steps.Single().Created.ShouldBe(2);
        report.Notes.ShouldHaveSingleItem().Path.ShouldBe("$.steps[0].Files[2]");
        (await portal.RunStepsAsync(step)).Value.Steps.Single().Unchanged.ShouldBe(2);
    }

    [Fact]
    public async Task A_definition_is_merged_into_what_is_stored()
    {
        await using var portal = await PortalWithRecipes.StartAsync();
        await portal.RunStepsAsync("""
            { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Event", "DisplayName": "Event", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true }, "Odd": { "Keep": 1 } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "1.5" } } } ] } ],
              "ContentParts": [ { "Name": "Event", "ContentPartFieldDefinitionRecords": [ { "FieldName": "ColourField", "Name": "Colour", "Settings": {} } ] } ] }
            """);
        var report = (await portal.RunStepsAsync("""
            { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Event", "Settings": { "ContentTypeSettings": { "Listable": false } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "BagPart", "Name": "Talks", "Settings": {} }, { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "TitlePartSettings": { "Options": 3 } } } ] } ] }
            """)).Value;

        report.Notes.Count(n => n.Message.StartsWith("Settings of the type", StringComparison.Ordinal)).ShouldBe(1);
        var type = await StoredAsync("ContentType");
        type["Settings"]!["ContentTypeSettings"]!["Listable"]!.GetValue<bool>().ShouldBeTrue();
        type["Settings"]!["Odd"]!["Keep"]!.GetValue<int>().ShouldBe(1);
        var parts = type["ContentTypePartDefinitionRecords"]!.AsArray();
        parts.Select(p => (string?)p!["Name"]).ShouldBe(["TitlePart", "Talks"]);
        parts[0]!["Settings"]!.AsObject().Select(s => s.Key).ShouldBe(["ContentTypePartSettings", "TitlePartSettings"]);

        await portal.RunStepsAsync("""{ "name": "ReplaceContentDefinition", "ContentTypes": [ { "Name": "Event", "DisplayName": "Meeting" } ] }""");
        (await StoredAsync("ContentType"))["ContentTypePartDefinitionRecords"]!.AsArray().ShouldBeEmpty();
        await portal.RunStepsAsync("""{ "name": "DeleteContentDefinition", "ContentTypes": ["Event"], "ContentParts": ["Event"] }""");
        (await portal.ReadAsync(db => db.ContentDefinitions.AnyAsync())).ShouldBeFalse();

        async Task<JsonObject> StoredAsync(string kind) => JsonNode.Parse((await portal.ReadAsync(db => db.ContentDefinitions.SingleAsync(d => d.Kind == kind))).Json)!.AsObject();
    }

    [Fact]
    public async Task A_recipe_may_begin_with_a_byte_order_mark_and_write_its_envelope_in_any_case()
    {
        await using var portal = await PortalWithRecipes.StartAsync();
        var report = await portal.RunAsync(portal.Write("odd.recipe.json", "\ufeff/* odd */ { \"Name\": \"odd\", \"Steps\": [ { \"Name\": \"SETTINGS\", \"PageSize\": \"10\", }, ], }"));
        report.Value.Steps.ShouldHaveSingleItem().Created.ShouldBe(1);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{ \"a\": 1, \"a\": 2 }")]
    [InlineData("{ \"steps\": [ { \"name\": \"Roles\", \"Roles\": 7 } ] }")]
    public async Task A_file_that_is_no_recipe_is_refused_in_words(string text)
    {
        await using var portal = await PortalWithRecipes.StartAsync();
        (await portal.RunAsync(portal.Write("bad.recipe.json", text))).Problem!.Kind.ShouldBe(ProblemKind.Invalid);
    }

    [Fact]
    public async Task A_recipe_nested_too_deeply_is_refused()
    {
        await using var portal = await PortalWithRecipes.StartAsync();
        var file = portal.Write("deep.recipe.json", "{ \"steps\": " + new string('[', 5000) + new string(']', 5000) + "}");
        (await portal.RunAsync(file)).Problem!.Kind.ShouldBe(ProblemKind.Invalid);
    }

    [Fact]
    public async Task The_features_of_a_recipe_are_known_before_it_runs()
    {
        var features = await RecipeFeatures.ReadAsync(Path.Combine(Recipes, "forum.recipe.json"), TestContext.Current.CancellationToken);
        features.Value.Count(f => f == "Portal.Moderation").ShouldBe(1);
    }

    [Fact]
    public void The_report_reads_as_lines_of_text()
    {
        var report = new RecipeReport { NeedsRestart = true };
        var step = new RecipeStepReport("forum.recipe.json", 0, "feature");
        step.Note("$.steps[0].enable[1]", "There is no feature {0} here; it was left out.", "A.B");
        report.Steps.Add(step);
        RecipeReportText.Format(report).ReplaceLineEndings("|").ShouldBe(
            "forum.recipe.json, step 1 (feature): 0 created, 0 updated, 0 unchanged|  $.steps[0].enable[1]: There is no feature A.B here; it was left out.|The enabled features changed. Restart the portal for this to take effect.|");
    }
}
