using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Translations;

/// <summary>A Serbian text in Latin letters, where transliteration is wrong.</summary>
public sealed class LatinTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_correction_stands_wherever_the_text_is_read_in_Latin_letters_until_its_passage_changes()
    {
        await using var portal = await TestPortal.StartAsync();
        using var tara = await portal.SignedInAsync("tara");
        var created = await portal.AsSystemAsync(s => ((Cms.Content.Actions.CreateContentItem)s.GetService(typeof(Cms.Content.Actions.CreateContentItem))!).RunAsync(
            new("Article", "sr", Editing.Text("Мајкрософт у школама").Apply(new MarkdownBodyPart { Markdown = "Први пасус.\n\nМајкрософт је поклонио рачунаре." })), Cancel));
        var (id, set) = (created.Value.ContentItemId, created.Value.LocalizationSet);
        await portal.PublishAsync(id);
        var address = (await portal.ItemAsync(id)).PublishedPath!;
        (await portal.Client.TextAsync($"/sr-Latn/{address}")).ShouldContain("Majkrosoft je poklonio");

        using (var refused = await SaveAsync(tara, set, ("Мајкрософт у школама", "Microsoft у школама"))) refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using (var saved = await SaveAsync(tara, set, ("Мајкрософт у школама", "Microsoft u školama"), ("Мајкрософт је поклонио рачунаре.", "Microsoft je poklonio računare."))) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        // A draft: nothing is public before somebody publishes.
        (await portal.Client.TextAsync($"/sr-Latn/{address}")).ShouldNotContain("Microsoft");
        await portal.PublishAsync(id);

        var page = await portal.Client.TextAsync($"/sr-Latn/{address}");
        page.ShouldContain("<p>Microsoft je poklonio računare.</p>");
        page.ShouldContain("<p>Prvi pasus.</p>");
        page.ShouldNotContain("Majkrosoft ", Case.Sensitive);
        (await portal.Client.TextAsync($"/sr/{address}")).ShouldNotContain("Microsoft");
        (await portal.Client.TextAsync("/sr-Latn/vesti")).ShouldContain("Microsoft u školama");
        (await portal.Client.TextAsync("/sr-Latn/pretraga?q=Microsoft")).ShouldContain("u školama");
        var api = await portal.Client.ObjectAsync($"/api/v1/content/{id}?culture=sr-Latn");
        ((string?)api["displayText"]).ShouldBe("Microsoft u školama");
        ((string?)api["parts"]!["TitlePart"]!["Title"]).ShouldBe("Мајкрософт у школама");

        await portal.EditAsync(id, c => c["MarkdownBodyPart"]!["Markdown"] = "Први пасус.\n\nМајкрософт је поклонио стотину рачунара.");
        await portal.PublishAsync(id);
        (await portal.Client.TextAsync($"/sr-Latn/{address}")).ShouldContain("Majkrosoft je poklonio stotinu");
        using var answer = await tara.AskAsync($"/admin/translations/{set}/sr-Latn");
        var bench = await TestPortal.ParseAsync(answer);
        bench.QuerySelector("fieldset legend")!.TextContent.ShouldContain("No longer used");
        bench.QuerySelectorAll("textarea").ShouldContain(t => t.TextContent == "Microsoft je poklonio računare.");
    }

    static async Task<HttpResponseMessage> SaveAsync(HttpClient browser, string set, params (string Passage, string Latin)[] corrections)
    {
        using var answer = await browser.AskAsync($"/admin/translations/{set}/sr-Latn");
        var page = await TestPortal.ParseAsync(answer);
        var form = new Form { ["stamp"] = page.QuerySelector("input[name=stamp]")!.GetAttribute("value")!, ["__RequestVerificationToken"] = page.TokenOf() };
        foreach (var (passage, latin) in corrections) form["t:" + Passages.Hash(passage)] = latin;
        return await browser.PostFormAsync($"/admin/translations/{set}/sr-Latn", form);
    }
}
