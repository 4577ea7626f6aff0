using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.IntegrationTests.Hosting;
using Portal.Recipes.Actions;

namespace Portal.IntegrationTests.Content;

/// <summary>Administrators add fields to types in the browser, and types come by recipe: both are written, listed and read at once.</summary>
public sealed class DefinitionTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    const string Minutes = """
        { "name": "minutes", "steps": [
          { "name": "ContentDefinition",
            "ContentTypes": [
              { "Name": "Minutes", "DisplayName": "Minutes", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true }, "PortalSettings": { "DisplayNames": { "sq": "Procesverbale", "sr": "Записници" } } },
                "ContentTypePartDefinitionRecords": [
                  { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": {} }, { "PartName": "SeoMetaPart", "Name": "SeoMetaPart", "Settings": {} },
                  { "PartName": "Minutes", "Name": "Minutes", "Settings": {} }, { "PartName": "FlowPart", "Name": "FlowPart", "Settings": {} },
                  { "PartName": "BagPart", "Name": "Points", "Settings": { "ContentTypePartSettings": { "DisplayName": "Points" }, "BagPartSettings": { "ContainedContentTypes": [ "Point" ] } } } ] },
              { "Name": "Point", "DisplayName": "Point", "Settings": { "ContentTypeSettings": { "Stereotype": "Widget" } }, "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "Point", "Name": "Point", "Settings": {} } ] } ],
            "ContentParts": [
              { "Name": "Minutes", "ContentPartFieldDefinitionRecords": [
                  { "FieldName": "TextField", "Name": "Chair", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Chair" } } },
                  { "FieldName": "HtmlField", "Name": "Text", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Text" } } },
                  { "FieldName": "TimeField", "Name": "Began", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Began" } } },
                  { "FieldName": "ColourField", "Name": "Colour", "Settings": {} } ] },
              { "Name": "Point", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Decision", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Decision" } } } ] } ] },
          { "name": "Content", "data": [
            { "ContentItemId": "minutes-one", "ContentType": "Minutes", "DisplayText": "First meeting", "Latest": true, "Published": true, "TitlePart": { "Title": "First meeting" }, "LocalizationPart": { "LocalizationSet": "minutes-one", "Culture": "en" },
              "SeoMetaPart": { "PageTitle": "Found as this", "MetaDescription": "Described as that", "MetaRobots": "noindex" },
              "Minutes": { "Chair": { "Text": "The chair" }, "Text": { "Html": "<p>Said<script>alert(1)</script> aloud</p>" }, "Began": { "Value": "18:30:00" }, "Colour": { "Any": "thing" } },
              "FlowPart": { "Widgets": [ { "ContentItemId": "w", "ContentType": "Paragraph", "Paragraph": { "Content": { "Html": "<p>In a widget</p>" } } } ] },
              "Points": { "ContentItems": [ { "ContentItemId": "p1", "ContentType": "Point", "TitlePart": { "Title": "Lamps" }, "Point": { "Decision": { "Text": "More of them" } } } ] } } ] } ] }
        """;

    readonly TestPortal portal = shared.Portal;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_type_that_came_by_recipe_is_listed_shown_and_written_at_once()
    {
        await using var own = await TestPortal.StartAsync();
        await RunAsync(own, Minutes);

        var page = await own.PageAsync("/en/minutes/first-meeting");
        var text = page.QuerySelector("main")!.TextContent;
        foreach (var shown in new[] { "First meeting", "The chair", "Said aloud", "18:30", "Lamps", "More of them", "In a widget" }) text.ShouldContain(shown);
        page.QuerySelectorAll("main script").ShouldBeEmpty();
        page.Title!.ShouldContain("Found as this");
        page.QuerySelector("meta[name=description]")!.GetAttribute("content").ShouldBe("Described as that");
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content")!.ShouldContain("noindex");
        (await own.PageAsync("/en/minutes")).QuerySelector("main")!.TextContent.ShouldContain("First meeting");
        (await own.PageAsync("/sq/procesverbale")).QuerySelector("h1")!.TextContent.ShouldNotBeEmpty();

        using var nina = await own.SignedInAsync("nina");
        (await nina.TextAsync("/admin/content/new")).ShouldContain("/admin/content/new/Minutes?culture=sr");
        var form = await EditorForm.OfAsync(nina, "minutes-one");
        form["Minutes.Chair"] = "Another chair";
        form["Points.p1.Point.Decision"] = "Fewer of them";
        using (var published = await form.PressAsync("publish")) published.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        text = (await own.PageAsync("/en/minutes/first-meeting")).QuerySelector("main")!.TextContent;
        text.ShouldContain("Another chair");
        text.ShouldContain("Fewer of them");
        var stored = await DocumentAsync(own, "minutes-one");
        ((string?)stored["Minutes"]!["Colour"]!["Any"]).ShouldBe("thing");
        ((string?)stored["Minutes"]!["Text"]!["Html"])!.ShouldContain("<script>");

        var created = await EditorForm.OpenAsync(nina, "/admin/content/new/Minutes?culture=sr");
        created["TitlePart.Title"] = "Други састанак";
        using (var saved = await created.PressAsync("publish")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await own.PageAsync("/sr-Latn/zapisnici")).QuerySelector("main")!.TextContent.ShouldContain("Drugi sastanak");
        (await own.Client.TextAsync("/api/v1/content?type=Minutes")).ShouldContain("minutes-one");
    }

    [Fact]
    public async Task A_field_that_an_administrator_adds_is_written_shown_and_searched_and_goes_without_taking_its_values()
    {
        await using var own = await TestPortal.StartAsync();
        using var admin = await own.SignedInAsync("admin");
        await PostAsync(own, admin, "/admin/definitions/Article", "/admin/definitions/Article/fields", ("label", "Photo credit"), ("fieldType", "TextField"));
        var at = "/admin/definitions/Article/Article/PhotoCredit";
        await PostAsync(own, admin, at, at, ("labels[sq]", "Autori i fotos"), ("labels[en]", "Photo by"), ("hints[en]", "Who took it"), ("options", ""));

        var id = await own.ReadAsync(db => db.ContentItems.Where(i => i.ContentType == "Article" && i.Culture == "sq" && i.PublishedVersionId != null).OrderBy(i => i.ContentItemId).Select(i => i.ContentItemId).FirstAsync(Cancel));
        var address = "/sq/" + (await own.ItemAsync(id)).PublishedPath;
        (await own.Client.TextAsync(address)).ShouldNotContain("Autori i fotos");
        var form = await EditorForm.OfAsync(admin, id);
        form.Page.QuerySelector("#Article\\.PhotoCredit-hint")!.TextContent.ShouldBe("Who took it");
        form["Article.PhotoCredit"] = "Drita Fotografja";
        using (var published = await form.PressAsync("publish")) published.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await own.PageAsync(address);
        page.QuerySelector("main")!.TextContent.ShouldContain("Autori i fotos");
        page.QuerySelector("main")!.TextContent.ShouldContain("Drita Fotografja");
        (await own.Client.TextAsync("/sq/kerko?q=fotografja")).ShouldContain(address);

        using (var removed = await PostAsync(own, admin, "/admin/definitions/Article", at + "/remove")) removed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await own.Client.TextAsync(address)).ShouldNotContain("Drita Fotografja");
        ((string?)(await DocumentAsync(own, id))["Article"]!["PhotoCredit"]!["Text"]).ShouldBe("Drita Fotografja");
        string[] done = ["FieldAdded", "PartAttached", "FieldChanged", "FieldRemoved"];
        (await own.ReadAsync(db => db.AuditTrail.Where(e => e.Category == "ContentDefinition" && done.Contains(e.Name)).OrderBy(e => e.Id).Select(e => e.Name).ToListAsync(Cancel))).ShouldBe(done);
    }

    [Fact]
    public async Task What_belongs_to_a_module_gets_other_words_and_another_place_and_cannot_be_taken_away()
    {
        await using var own = await TestPortal.StartAsync();
        using var admin = await own.SignedInAsync("admin");
        var at = "/admin/definitions/PolicyAnalysis/PolicyAnalysis/Abstract";
        await PostAsync(own, admin, at, at, ("labels[en]", "In short"));
        await PostAsync(own, admin, "/admin/definitions/PolicyAnalysis", at + "/move", ("by", "-1"));
        await PostAsync(own, admin, "/admin/definitions/PolicyAnalysis", "/admin/definitions/PolicyAnalysis", ("names[en]", "Study"), ("listNames[en]", "Studies"));
        await PostAsync(own, admin, "/admin/definitions/PolicyAnalysis", at + "/remove");

        var form = (await EditorForm.OpenAsync(admin, "/admin/content/new/PolicyAnalysis?culture=en")).Page;
        form.QuerySelector("h1")!.TextContent.ShouldContain("Study");
        form.QuerySelector("label[for='PolicyAnalysis.Abstract']")!.TextContent.ShouldBe("In short");
        var names = form.QuerySelectorAll("form.editor [name^='PolicyAnalysis.']").Select(e => e.GetAttribute("name")).ToList();
        names.IndexOf("PolicyAnalysis.Abstract").ShouldBeLessThan(names.IndexOf("PolicyAnalysis.PublicationDate"));
        (await own.PageAsync("/en/analyses")).QuerySelector("h1")!.TextContent.ShouldBe("Studies");
        (await own.PageAsync("/sr/analize")).QuerySelector("h1")!.TextContent.ShouldBe("Анализе");
    }

    [Fact]
    public async Task The_choices_of_a_modules_field_get_other_words_in_every_language_and_another_order_and_can_be_withdrawn()
    {
        await using var own = await TestPortal.StartAsync();
        using var admin = await own.SignedInAsync("admin");
        var address = "/admin/definitions/PolicyAnalysis/PolicyAnalysis/Kind";
        (await own.PageAsync("/en/analyses")).QuerySelector(".facets")!.TextContent.ShouldContain("Policy brief");
        var form = await EditorForm.OpenAsync(admin, address);
        form.Page.QuerySelector("main")!.TextContent.ShouldContain("none can be added or taken away");
        form.Page.QuerySelectorAll("#options").ShouldBeEmpty();
        form["choices[1].Names[en]"] = "Short paper";
        form["choices[1].Names[sr]"] = "Кратак рад";
        form["choices[1].Place"] = "1";
        form.Remove("choices[3].Offered");
        using (var saved = await form.PressAsync("save")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var choices = (await EditorForm.OpenAsync(admin, "/admin/content/new/PolicyAnalysis?culture=en")).Page.QuerySelectorAll("[id='PolicyAnalysis.Kind'] option").Select(o => o.TextContent.Trim()).ToList();
        choices[1].ShouldBe("Short paper");
        choices.ShouldNotContain("Study");
        (await own.PageAsync("/en/analyses")).QuerySelector(".facets")!.TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("Short paper"), t => t.ShouldNotContain("Policy brief"), t => t.IndexOf("Short paper", StringComparison.Ordinal).ShouldBeLessThan(t.IndexOf("Policy analysis", StringComparison.Ordinal)));
        (await own.PageAsync("/sr-Latn/analize")).QuerySelector(".facets")!.TextContent.ShouldContain("Kratak rad");
        // Albanian got no name of its own: it says what it said.
        (await own.PageAsync("/sq/analiza")).QuerySelector(".facets")!.TextContent.ShouldContain("Analizë e shkurtër");
        var record = JsonNode.Parse((await own.ReadAsync(db => db.ContentDefinitions.SingleAsync(d => d.Kind == "ContentPart" && d.Name == "PolicyAnalysis", Cancel))).Json)!;
        var settings = record["ContentPartFieldDefinitionRecords"]!.AsArray().Single(f => (string?)f!["Name"] == "Kind")!["Settings"]!;
        ((string?)settings["TextFieldPredefinedListEditorSettings"]!["Options"]![0]!["Value"]).ShouldBe("policy-brief");
        ((string?)settings["PortalSettings"]!["HiddenOptions"]![0]).ShouldBe("study");

        // What is withdrawn nobody can choose; whoever has it keeps it.
        var text = await EditorForm.OpenAsync(admin, "/admin/content/new/PolicyAnalysis?culture=en");
        text["TitlePart.Title"] = "A study";
        text["PolicyAnalysis.Kind"] = "study";
        using (var refused = await text.PressAsync("save")) (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("Choose from the list.");
        // Forms that a module has of its own offer the same.
        var country = await EditorForm.OpenAsync(admin, "/admin/definitions/Municipality/Municipality/Country");
        var withdrawn = country["choices[1].Value"];
        country.Remove("choices[1].Offered");
        using (var saved = await country.PressAsync("save")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await EditorForm.OpenAsync(admin, "/admin/taxonomies/Municipality/new")).Page.QuerySelectorAll("#Country option").Select(o => o.GetAttribute("value")).ShouldNotContain(withdrawn);
        // Nothing can be left to choose from.
        form = await EditorForm.OpenAsync(admin, address);
        foreach (var offered in form.Page.QuerySelectorAll("[name$='.Offered']").Select(e => e.GetAttribute("name")!)) form.Remove(offered);
        form["choices[0].Names[bs]"] = "Kratki rad";
        using var none = await form.PressAsync("save");
        none.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await none.Content.ReadAsStringAsync(Cancel)).ShouldSatisfyAllConditions(t => t.ShouldContain("At least one has to be offered."), t => t.ShouldContain("Kratki rad"));
    }

    [Fact]
    public async Task The_parts_of_a_form_change_places_and_what_a_writer_needs_last_is_folded_until_it_is_filled_in()
    {
        await using var own = await TestPortal.StartAsync();
        using var admin = await own.SignedInAsync("admin");
        async Task<List<string?>> InputsAsync() => [.. (await EditorForm.OpenAsync(admin, "/admin/content/new/PolicyAnalysis?culture=en")).Page.QuerySelectorAll("form.editor .field [id]").Select(e => e.Id)];

        var before = await InputsAsync();
        before.IndexOf("PolicyAnalysis.Abstract").ShouldBeInRange(0, before.IndexOf("MarkdownBodyPart.Markdown"));
        before.IndexOf("MarkdownBodyPart.Markdown").ShouldBeInRange(0, before.IndexOf("PolicyAnalysis.Isbn"));
        var move = "/admin/definitions/PolicyAnalysis/MarkdownBodyPart/move";
        using (var moved = await PostAsync(own, admin, "/admin/definitions/PolicyAnalysis", move, ("by", "-1"))) moved.Headers.Location!.ToString().ShouldEndWith("#MarkdownBodyPart");
        // Nothing stands before the first: it stays.
        await PostAsync(own, admin, "/admin/definitions/PolicyAnalysis", "/admin/definitions/PolicyAnalysis/TitlePart/move", ("by", "-1"));
        var after = await InputsAsync();
        after.ShouldBe(before, ignoreOrder: true);
        after.IndexOf("TitlePart.Title").ShouldBe(before.IndexOf("TitlePart.Title"));
        after.IndexOf("MarkdownBodyPart.Markdown").ShouldBeLessThan(after.IndexOf("PolicyAnalysis.Kind"));

        var form = await EditorForm.OpenAsync(admin, "/admin/content/new/PolicyAnalysis?culture=en");
        form.Page.QuerySelectorAll("details.form-fold[open]").ShouldBeEmpty();
        form["TitlePart.Title"] = "With a number";
        form["PolicyAnalysis.Isbn"] = "978-86-0000-000-0";
        using var saved = await form.PressAsync("save");
        var open = (await own.PageAsync(saved.Headers.Location!.ToString(), admin)).QuerySelectorAll("details.form-fold[open]").ShouldHaveSingleItem();
        open.QuerySelector("summary")!.TextContent.ShouldBe("Series, licence and identifiers");
    }

    [Fact]
    public async Task A_type_made_in_the_browser_has_list_page_and_form_at_once_and_what_would_break_something_is_refused()
    {
        await using var own = await TestPortal.StartAsync();
        using var admin = await own.SignedInAsync("admin");
        const string New = "/admin/definitions/new";
        (string, string)[] Vacancies(params (string, string)[] more) =>
            [("name", "Vacancies"), ("names[en]", "Vacancy"), ("names[sq]", "Vend pune"), ("names[sr]", "Оглас за посао"), ("listNames[en]", "Vacancies"), ("listNames[sq]", "Vende pune"), ("listNames[sr]", "Огласи за посао"), ("hasPages", "true"), ("creatable", "true"), ("listable", "true"), ("parts", "MarkdownBodyPart"), .. more];

        foreach (var (typed, said) in new[]
        {
            (new[] { ("names[sq]", "Vende pune"), ("hasPages", "true") }, "Give it an English name"),
            (Vacancies(("name", "article")), "A technical name begins with a capital letter"),
            (Vacancies(("name", "Article")), "There is a type"),
            (Vacancies(("name", "TitlePart")), "There is a type"),
            (Vacancies(("name", "Submission")), "There is a type"),
            ([("names[en]", "Search"), ("hasPages", "true")], "where something else is already"),
            (Vacancies(("listNames[bs]", "Konsultacije")), "The list would stand at /bs/konsultacije"),
        })
        {
            using var refused = await PostAsync(own, admin, New, New, typed);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, said);
            var page = await TestPortal.ParseAsync(refused);
            page.QuerySelector(".error-summary")!.TextContent.ShouldContain(said);
            page.QuerySelector("#names-sq")!.GetAttribute("value").ShouldBe(typed.FirstOrDefault(t => t.Item1 == "names[sq]").Item2);
        }

        using (var made = await PostAsync(own, admin, New, New, Vacancies())) made.Headers.Location!.ToString().ShouldBe("/admin/definitions/Vacancies");
        await PostAsync(own, admin, "/admin/definitions/Vacancies", "/admin/definitions/Vacancies/fields", ("label", "Closes"), ("fieldType", "DateField"));
        var title = "/admin/definitions/Vacancies/TitlePart/Title";
        await PostAsync(own, admin, title, title, ("labels[en]", "Who is sought"), ("hints[en]", "One post, one text"));
        var path = "/admin/definitions/Vacancies/AutoroutePart/Path";
        await PostAsync(own, admin, path, path, ("hidden", "true"));
        // What nothing is saved without cannot be left out.
        await PostAsync(own, admin, title, title, ("labels[en]", "Who is sought"), ("hints[en]", "One post, one text"), ("hidden", "true"));

        using var nina = await own.SignedInAsync("nina");
        (await nina.TextAsync("/admin/content/new")).ShouldContain("/admin/content/new/Vacancies?culture=bs");
        var form = await EditorForm.OpenAsync(nina, "/admin/content/new/Vacancies?culture=sr");
        form.Page.QuerySelector("label[for='TitlePart.Title']")!.TextContent.ShouldContain("Who is sought");
        form.Page.QuerySelector("#TitlePart\\.Title-hint")!.TextContent.ShouldBe("One post, one text");
        form.Page.QuerySelector("[name='AutoroutePart.Path']").ShouldBeNull();
        form["TitlePart.Title"] = "Координатор";
        form.Page.QuerySelector("h1")!.TextContent.ShouldContain("Vacancy");
        form["Vacancies.Closes"] = "2026-07-01";
        using (var published = await form.PressAsync("publish")) published.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await own.PageAsync("/sr-Latn/oglasi-za-posao")).QuerySelector("h1")!.TextContent.ShouldBe("Oglasi za posao");
        (await own.PageAsync("/sr/oglasi-za-posao/koordinator")).QuerySelector("main")!.TextContent.ShouldContain("2026");
        (await own.PageAsync("/sr-Latn/pretraga?q=Koordinator")).QuerySelector(".item .item-when span")!.TextContent.ShouldBe("Oglas za posao");
        // Another name does not move the list.
        await PostAsync(own, admin, "/admin/definitions/Vacancies", "/admin/definitions/Vacancies", ("names[en]", "Post"), ("listNames[sr]", "Конкурси"), ("parts", "MarkdownBodyPart"), ("creatable", "true"), ("listable", "true"));
        (await own.PageAsync("/sr-Latn/oglasi-za-posao")).QuerySelector("h1")!.TextContent.ShouldBe("Konkursi");
        (await nina.TextAsync("/admin/content?type=Vacancies")).ShouldContain("Координатор");

        // The portal's words stay for other types, and a type with items cannot be taken away.
        (await EditorForm.OpenAsync(nina, "/admin/content/new/Article?culture=en")).Page.QuerySelector("label[for='TitlePart.Title']")!.TextContent.ShouldNotContain("sought");
        await PostAsync(own, admin, "/admin/definitions/Vacancies", "/admin/definitions/Vacancies/remove");
        (await admin.TextAsync("/admin/definitions")).ShouldContain("/admin/definitions/Vacancies");
        using (var made = await PostAsync(own, admin, New, New, ("names[en]", "Mistakes"), ("hasPages", "false"))) made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await PostAsync(own, admin, "/admin/definitions/Mistakes", "/admin/definitions/Mistakes/remove");
        (await admin.TextAsync("/admin/definitions")).ShouldNotContain("Mistakes");

        // Orchard Core's records, as it would read them.
        var record = System.Text.Json.Nodes.JsonNode.Parse(await own.ReadAsync(db => db.ContentDefinitions.Where(d => d.Kind == "ContentType" && d.Name == "Vacancies").Select(d => d.Json).SingleAsync(Cancel)))!;
        ((bool?)record["Settings"]!["ContentTypeSettings"]!["Creatable"]).ShouldBe(true);
        record["ContentTypePartDefinitionRecords"]!.AsArray().Select(p => (string?)p!["PartName"]).ShouldBe(["TitlePart", "AutoroutePart", "LocalizationPart", "MarkdownBodyPart", "Vacancies"]);
    }

    [Theory]
    [InlineData("", "TextField", "", "label")]
    [InlineData("Summary", "TextField", "Summary", "name")]
    [InlineData("Odd", "TextField", "9 lives", "name")]
    [InlineData("Odd", "SecretField", "", "fieldType")]
    public async Task A_field_that_cannot_be_is_refused_and_what_was_typed_stays(string label, string kind, string name, string wrong)
    {
        using var admin = await portal.SignedInAsync("admin");
        using var answer = await PostAsync(portal, admin, "/admin/definitions/Article", "/admin/definitions/Article/fields", ("label", label), ("fieldType", kind), ("name", name));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await TestPortal.ParseAsync(answer);
        page.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#" + wrong);
        (page.QuerySelector("#label")!.GetAttribute("value") ?? "").ShouldBe(label);
    }

    [Fact]
    public async Task Only_administrators_see_and_change_definitions()
    {
        using var nina = await portal.SignedInAsync("nina");
        using var admin = await portal.SignedInAsync("admin");
        foreach (var path in new[] { "/admin/definitions", "/admin/definitions/Article", "/admin/definitions/Article/Article/Summary" })
        {
            using var refused = await nina.AskAsync(path);
            refused.StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.Redirect);
            using var shown = await admin.AskAsync(path);
            shown.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }

        foreach (var type in portal.Services.GetRequiredService<ContentTypes>().All)
        {
            using var page = await admin.AskAsync($"/admin/definitions/{type.Name}");
            page.StatusCode.ShouldBe(HttpStatusCode.OK, type.Name);
        }
    }

    [Fact]
    public async Task Another_process_knows_the_new_type_too()
    {
        await using var own = await TestPortal.StartAsync(followsChanges: true);
        await using var beside = await own.BesideAsync();
        own.Services.GetRequiredService<ContentTypes>().Find("Minutes").ShouldBeNull();
        await RunAsync(beside, Minutes);
        for (var i = 0; i < 100 && own.Services.GetRequiredService<ContentTypes>().Find("Minutes") is null; i++) await Task.Delay(50, Cancel);
        own.Services.GetRequiredService<ContentTypes>().Find("Minutes").ShouldNotBeNull();
    }

    static async Task RunAsync(TestPortal portal, string recipe)
    {
        var file = Path.Combine(portal.Folder, "minutes.recipe.json");
        await File.WriteAllTextAsync(file, recipe, Cancel);
        (await portal.AsSystemAsync(s => s.GetRequiredService<RunRecipe>().RunAsync(file, Cancel))).Problem.ShouldBeNull();
    }

    static async Task<HttpResponseMessage> PostAsync(TestPortal portal, HttpClient browser, string page, string action, params (string Name, string Value)[] fields)
    {
        var form = new Form { ["__RequestVerificationToken"] = (await portal.PageAsync(page, browser)).TokenOf() };
        foreach (var (name, value) in fields) form[name] = value;
        return await browser.PostFormAsync(action, form);
    }

    static Task<JsonObject> DocumentAsync(TestPortal from, string id) => from.ReadAsync(async db =>
        (JsonObject)JsonNode.Parse(await (from item in db.ContentItems join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId where item.ContentItemId == id select version.Json).SingleAsync(Cancel))!);
}
