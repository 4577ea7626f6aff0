using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Localization;
using Portal.Contents.Editing;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Content;

/// <summary>The edit form of every type, as a browser without scripts sees it.</summary>
public sealed class EditFormTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_item_of_the_demo_goes_through_its_form_unchanged()
    {
        var items = await portal.ReadAsync(db => (from item in db.ContentItems
                                                  join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
                                                  join set in db.ContentSets on item.LocalizationSet equals set.LocalizationSet
                                                  select new { item.ContentItemId, item.ContentType, item.Culture, version.Json, set.DraftJson }).ToListAsync(Cancel));
        var (types, descriptors) = (portal.Services.GetRequiredService<ContentTypes>(), portal.Services.GetRequiredService<FormDescriptors>());
        items.Select(i => i.ContentType).Except(types.All.Select(t => t.Name), StringComparer.Ordinal).ShouldBeEmpty();
        foreach (var item in items)
        {
            var form = new DocumentForm(descriptors.Of(types.Find(item.ContentType)!), item.Culture, PickerOptions.None);
            var document = ContentDocument.Compose(item.Json, item.DraftJson);
            var errors = new List<Cms.FieldError>();
            form.Read(form.Show(document), document, errors).ToString().ShouldBe(document.ToString(), item.ContentItemId);
            errors.ShouldBeEmpty(item.ContentItemId);
        }
    }

    [Fact]
    public void Every_field_of_every_type_is_on_its_form()
    {
        var missing = from type in portal.Services.GetRequiredService<ContentTypes>().All
                      from part in type.Parts.Concat(type.Parts.SelectMany(p => p.Contained?.Parts ?? []))
                      from property in part.Type.GetProperties()
                      where property.PropertyType.IsAssignableTo(typeof(ContentField)) && !property.IsDefined(typeof(EditorAttribute), false) && !property.IsDefined(typeof(OrderOfAttribute), false)
                      select $"{type.Name}: {part.Name}.{property.Name}";
        missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_type_is_saved_previewed_and_published_from_its_form()
    {
        await using var own = await TestPortal.StartAsync();
        using var nina = await own.SignedInAsync("nina");
        var types = own.Services.GetRequiredService<ContentTypes>();
        var items = await own.ReadAsync(db => db.ContentItems.AsNoTracking().Where(i => i.PublishedVersionId != null).OrderBy(i => i.ContentItemId).ToListAsync(Cancel));
        foreach (var type in types.All)
        {
            var id = items.First(i => i.ContentType == type.Name).ContentItemId;
            var before = await DocumentAsync(own, id);
            var isShown = await IsShownAsync(own, id);

            // Nothing changed: nothing saved.
            (await PressAsync(nina, id, "save")).ShouldBe(HttpStatusCode.Redirect, type.Name);
            var item = await own.ItemAsync(id);
            item.LatestVersionId.ShouldBe(item.PublishedVersionId, type.Name);

            (await PressAsync(nina, id, "preview", f => f["TitlePart.Title"] += " X")).ShouldBe(HttpStatusCode.Redirect, type.Name);
            before["TitlePart"]!["Title"] = (string?)before["TitlePart"]!["Title"] + " X";
            JsonNode.DeepEquals(await DocumentAsync(own, id), before).ShouldBeTrue($"{type.Name}: {await DocumentAsync(own, id)} is not {before}");
            if (isShown) await IsPreviewAsync(own, nina, id, (string)before["TitlePart"]!["Title"]!);

            (await PressAsync(nina, id, "publish")).ShouldBe(HttpStatusCode.Redirect, type.Name);
            ((await own.ItemAsync(id)).PublishedVersionId == item.PublishedVersionId).ShouldBeFalse(type.Name);
        }
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_the_field_and_everything_typed_is_kept()
    {
        using var nina = await portal.SignedInAsync("nina");
        var id = await PublishedAsync("PolicyAnalysis", "sq");
        var form = await EditorForm.OfAsync(nina, id);
        form["PolicyAnalysis.PublicationDate"] = "some day";
        form["PolicyAnalysis.Abstract"] = "Typed, not saved";
        using var answer = await form.PressAsync("publish");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = await EditorForm.AgainAsync(nina, answer);
        again["PolicyAnalysis.PublicationDate"].ShouldBe("some day");
        again["PolicyAnalysis.Abstract"].ShouldBe("Typed, not saved");
        var link = again.Page.QuerySelector(".error-summary li a")!.GetAttribute("href")!;
        again.Page.GetElementById(link[1..])!.GetAttribute("aria-invalid").ShouldBe("true");
        (await portal.ItemAsync(id)).LatestVersionId.ShouldBe((await portal.ItemAsync(id)).PublishedVersionId);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_refused_beside_its_field_and_the_draft_is_kept()
    {
        using var nina = await portal.SignedInAsync("nina");
        var taken = (await portal.ReadAsync(db => db.ContentItems.Where(i => i.ContentType == "Page" && i.Culture == "en" && i.PublishedPath != null).Select(i => i.PublishedPath).FirstAsync(Cancel)))!;
        var form = await EditorForm.OpenAsync(nina, "/admin/content/new/Page?culture=en");
        form["TitlePart.Title"] = "At a taken address";
        form["AutoroutePart.Path"] = taken;
        using var answer = await form.PressAsync("publish");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = await EditorForm.AgainAsync(nina, answer);
        again.Page.QuerySelector(".error-summary li a")!.GetAttribute("href").ShouldBe("#AutoroutePart.Path");
        again["AutoroutePart.Path"] = "at-a-free-address";
        using var published = await again.PressAsync("publish");
        published.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.TextAsync("/en/at-a-free-address")).ShouldContain("At a taken address");
    }

    [Fact]
    public async Task A_form_that_somebody_overtook_is_not_saved_says_so_and_can_be_sent_again()
    {
        using var nina = await portal.SignedInAsync("nina");
        using var tara = await portal.SignedInAsync("tara");
        var id = await PublishedAsync("Article", "en");
        var (first, second) = (await EditorForm.OfAsync(nina, id), await EditorForm.OfAsync(tara, id));
        first["Article.Summary"] = "Nina was faster";
        using (var saved = await first.PressAsync("save")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        second["Article.Summary"] = "Tara was slower";
        using var refused = await second.PressAsync("save");

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await EditorForm.AgainAsync(tara, refused);
        again["Article.Summary"].ShouldBe("Tara was slower");
        again.Page.QuerySelector(".differences")!.TextContent.ShouldContain("Nina was faster");
        using var saved2 = await again.PressAsync("save");
        saved2.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        ((string?)(await DocumentAsync(portal, id))["Article"]!["Summary"]!["Text"]).ShouldBe("Tara was slower");
    }

    [Fact]
    public async Task What_all_languages_share_is_not_overwritten_from_an_old_form_of_another_language()
    {
        using var nina = await portal.SignedInAsync("nina");
        var set = await portal.ReadAsync(db => db.ContentItems.Where(i => i.ContentType == "Debate" && i.PublishedVersionId != null).GroupBy(i => i.LocalizationSet).Where(g => g.Count() > 1).Select(g => g.Key).FirstAsync(Cancel));
        var ids = await portal.ReadAsync(db => db.ContentItems.Where(i => i.LocalizationSet == set).Select(i => i.ContentItemId).ToListAsync(Cancel));
        var (one, other) = (await EditorForm.OfAsync(nina, ids[0]), await EditorForm.OfAsync(nina, ids[1]));
        one["Debate.Capacity"] = "77";
        using (var saved = await one.PressAsync("save")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var refused = await other.PressAsync("save")) refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await EditorForm.OfAsync(nina, ids[0])).Page.QuerySelector(".notice:not(.success)").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_others_do_to_another_language_does_not_stop_a_form()
    {
        using var nina = await portal.SignedInAsync("nina");
        using var tara = await portal.SignedInAsync("tara");
        var set = await portal.ReadAsync(db => db.ContentItems.Where(i => i.ContentType == "PolicyAnalysis" && i.PublishedVersionId != null).GroupBy(i => i.LocalizationSet).Where(g => g.Count() > 1).Select(g => g.Key).FirstAsync(Cancel));
        var ids = await portal.ReadAsync(db => db.ContentItems.Where(i => i.LocalizationSet == set).Select(i => i.ContentItemId).ToListAsync(Cancel));
        var (one, other) = (await EditorForm.OfAsync(nina, ids[0]), await EditorForm.OfAsync(tara, ids[1]));
        other["PolicyAnalysis.Abstract"] = "What the other language says";
        using (var saved = await other.PressAsync("save")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        one["PolicyAnalysis.Abstract"] = "What this language says";
        using (var saved = await one.PressAsync("save")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        ((string?)(await DocumentAsync(portal, ids[0]))["PolicyAnalysis"]!["Abstract"]!["Text"]).ShouldBe("What this language says");
    }

    [Fact]
    public async Task Buttons_of_a_bag_keep_what_was_typed_and_save_nothing()
    {
        using var nina = await portal.SignedInAsync("nina");
        var form = await EditorForm.OpenAsync(nina, "/admin/content/new/PolicyAnalysis?culture=bs");
        form["TitlePart.Title"] = "Typed before";
        using var added = await form.PressAsync("add Authors");
        added.StatusCode.ShouldBe(HttpStatusCode.OK);
        var again = await EditorForm.AgainAsync(nina, added);
        again["TitlePart.Title"].ShouldBe("Typed before");

        var first = again["Authors.items"];
        again[$"Authors.{first}.Author.Name"] = "Prva";
        var two = await EditorForm.AgainAsync(nina, await again.PressAsync("add Authors"));
        var second = two.Page.QuerySelectorAll("input[name='Authors.items']").Select(i => i.GetAttribute("value")!).Single(k => k != first);
        two[$"Authors.{second}.Author.Name"] = "Druga";
        var moved = await EditorForm.AgainAsync(nina, await two.PressAsync($"up Authors {second}"));
        using var saved = await moved.PressAsync("save");

        var document = new ContentDocument(await DocumentAsync(portal, saved.Headers.Location!.ToString().Split('/')[^1]));
        document.As<BagPart>("Authors")!.Items.Select(i => i.Id).ShouldBe([second, first]);
    }

    [Fact]
    public async Task A_translation_joins_the_set_and_says_when_it_follows_a_newer_original()
    {
        using var nina = await portal.SignedInAsync("nina");
        var form = await EditorForm.OpenAsync(nina, "/admin/content/new/Article?culture=en");
        form["TitlePart.Title"] = "An original";
        using var created = await form.PressAsync("publish");
        var id = created.Headers.Location!.ToString().Split('/')[^1];

        var translation = await EditorForm.OpenAsync(nina, $"/admin/content/new/Article?culture=sq&from={id}");
        translation["TitlePart.Title"].ShouldBe("An original");
        translation["TitlePart.Title"] = "Një përkthim";
        using var saved = await translation.PressAsync("publish");
        var sq = saved.Headers.Location!.ToString().Split('/')[^1];
        (await portal.ItemAsync(sq)).LocalizationSet.ShouldBe((await portal.ItemAsync(id)).LocalizationSet);
        (await EditorForm.OfAsync(nina, sq)).Page.QuerySelector("[name=follows]").ShouldBeNull();

        (await PressAsync(nina, id, "publish", f => f["TitlePart.Title"] = "A changed original")).ShouldBe(HttpStatusCode.Redirect);
        var stale = await EditorForm.OfAsync(nina, sq);
        stale["follows"] = stale.Page.QuerySelector("[name=follows]")!.GetAttribute("value")!;
        using (var followed = await stale.PressAsync("publish")) followed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await EditorForm.OfAsync(nina, sq)).Page.QuerySelector("[name=follows]").ShouldBeNull();

        using var twice = await translation.PressAsync("save");
        twice.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Who_may_not_edit_sees_no_form_and_who_may_not_publish_no_button()
    {
        var (own, foreign) = (await OfOrganisationAsync("org-fiq"), await OfOrganisationAsync("org-aktiv"));
        using var fiq = await portal.SignedInAsync("fiq");
        using var tara = await portal.SignedInAsync("tara");
        using var arta = await portal.SignedInAsync("arta");
        foreach (var path in new[] { "", "/preview" })
        {
            await IsAsync(fiq, $"/admin/content/{foreign}{path}", HttpStatusCode.Redirect, HttpStatusCode.Forbidden);
            await IsAsync(arta, $"/admin/content/{own}{path}", HttpStatusCode.Redirect, HttpStatusCode.Forbidden);
            await IsAsync(portal.NewClient(), $"/admin/content/{own}{path}", HttpStatusCode.Redirect);
        }

        await IsAsync(fiq, $"/admin/content/new/PolicyAnalysis?culture=bs&from={foreign}", HttpStatusCode.Redirect, HttpStatusCode.Forbidden);
        foreach (var writer in new[] { fiq, tara })
        {
            var form = await EditorForm.OfAsync(writer, own);
            form.Page.QuerySelector("button[value=publish]").ShouldBeNull();
            using var forced = await form.PressAsync("publish");
            forced.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    async Task IsPreviewAsync(TestPortal own, HttpClient editor, string id, string title)
    {
        using var preview = await editor.AskAsync($"/admin/content/{id}/preview");
        preview.StatusCode.ShouldBe(HttpStatusCode.OK, id);
        preview.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = await TestPortal.ParseAsync(preview);
        page.QuerySelector(".preview-banner a")!.GetAttribute("href").ShouldBe($"/admin/content/{id}");
        var item = await own.ItemAsync(id);
        Culture.TryFrom(item.Culture, out var culture);
        page.DocumentElement.GetAttribute("lang").ShouldBe(culture!.HtmlLang);
        page.QuerySelector("h1")!.TextContent.ShouldContain(title);
        (await own.Client.TextAsync($"/{item.Culture}/{item.PublishedPath}")).ShouldNotContain(WebUtility.HtmlEncode(title));
    }

    static async Task<HttpStatusCode> PressAsync(HttpClient browser, string id, string button, Action<EditorForm>? type = null)
    {
        var form = await EditorForm.OfAsync(browser, id);
        type?.Invoke(form);
        using var answer = await form.PressAsync(button);
        return answer.StatusCode;
    }

    static async Task IsAsync(HttpClient client, string path, params HttpStatusCode[] any)
    {
        using var answer = await client.AskAsync(path);
        any.ShouldContain(answer.StatusCode, path);
    }

    static Task<JsonObject> DocumentAsync(TestPortal from, string id) => from.ReadAsync(async db =>
    {
        var item = await db.ContentItems.SingleAsync(i => i.ContentItemId == id, Cancel);
        var version = await db.ContentItemVersions.SingleAsync(v => v.VersionId == item.LatestVersionId, Cancel);
        var set = await db.ContentSets.SingleAsync(s => s.LocalizationSet == item.LocalizationSet, Cancel);
        return ContentDocument.Compose(version.Json, set.DraftJson).Content;
    });

    Task<string> PublishedAsync(string type, string culture) =>
        portal.ReadAsync(db => db.ContentItems.Where(i => i.ContentType == type && i.Culture == culture && i.PublishedVersionId == i.LatestVersionId).OrderBy(i => i.ContentItemId).Select(i => i.ContentItemId).FirstAsync(Cancel));

    static async Task<bool> IsShownAsync(TestPortal from, string id)
    {
        var item = await from.ItemAsync(id);
        using var page = await from.Client.AskAsync($"/{item.Culture}/{item.PublishedPath}");
        return item.PublishedPath is not null && page.StatusCode == HttpStatusCode.OK;
    }

    async Task<string> OfOrganisationAsync(string set) => (await portal.AsSystemAsync(s =>
        s.GetRequiredService<CreateContentItem>().RunAsync(new("PolicyAnalysis", "en", Editing.Text($"By {set}", organisation: set)), Cancel))).Value.ContentItemId;
}
