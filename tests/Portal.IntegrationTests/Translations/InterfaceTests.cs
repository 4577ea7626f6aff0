using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.Translations.Models;

namespace Portal.IntegrationTests.Translations;

/// <summary>Words of the interface: changed here, there at once, and back.</summary>
public sealed class InterfaceTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_word_stands_on_kept_pages_at_once_on_every_node_and_is_audited()
    {
        await using var beside = await TestPortal.StartAsync(followsChanges: true);
        await using var portal = await beside.BesideAsync();
        using var tara = await portal.SignedInAsync("tara");
        (await portal.Client.TextAsync("/sr")).ShouldNotContain("Право на садржај");
        (await beside.Client.TextAsync("/sr")).ShouldNotContain("Право на садржај");
        const string message = "Skip to content";

        using (var saved = await SaveAsync(tara, "sr", message, "Право на садржај")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.TextAsync("/sr")).ShouldContain("Право на садржај");
        (await portal.Client.TextAsync("/sr-Latn")).ShouldContain("Pravo na sadržaj");
        (await portal.Client.TextAsync("/bs")).ShouldNotContain("Pravo na sadržaj");
        // Another process hears of it from the change log.
        for (var i = 0; i < 100 && !(await beside.Client.TextAsync("/sr")).Contains("Право на садржај", StringComparison.Ordinal); i++) await Task.Delay(100, Cancel);
        (await beside.Client.TextAsync("/sr")).ShouldContain("Право на садржај");
        var record = await portal.ReadAsync(db => db.AuditTrail.Where(e => e.Category == "InterfaceString").SingleAsync(Cancel));
        record.Properties!.ShouldContain("\"old\"");

        using (var reset = await SaveAsync(tara, "sr", message, "", "reset")) reset.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.TextAsync("/sr")).ShouldNotContain("Право на садржај");
        (await portal.ReadAsync(db => db.InterfaceStrings.CountAsync(Cancel))).ShouldBe(0);
    }

    [Fact]
    public async Task A_lost_place_is_refused_and_what_was_typed_is_kept()
    {
        await using var portal = await TestPortal.StartAsync();
        using var tara = await portal.SignedInAsync("tara");
        using var refused = await SaveAsync(tara, "sq", "Page {0} of {1}", "Faqja {0}");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await TestPortal.ParseAsync(refused);
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("{1}");
        var input = page.QuerySelectorAll("textarea").Single(t => t.TextContent == "Faqja {0}");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        page.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#" + input.Id);
    }

    [Fact]
    public async Task A_file_shows_what_it_changes_before_it_is_taken_over()
    {
        await using var portal = await TestPortal.StartAsync();
        using var tara = await portal.SignedInAsync("tara");
        var exported = await tara.TextAsync("/admin/interface-strings/export?culture=bs");
        exported.ShouldContain("\"Language: bs\\n\"");

        // As it came, it changes nothing.
        (await ImportAsync(tara, exported, "bs")).QuerySelector("input[name=digest]").ShouldBeNull();
        var changed = "msgid \"\"\nmsgstr \"Language: bs\\n\"\n\nmsgid \"Skip to content\"\nmsgstr \"Na sadržaj\"\n\nmsgid \"No page has this\"\nmsgstr \"Nijedna\"\n\nmsgid \"Page {0} of {1}\"\nmsgstr \"Stranica {0} od {1}, da\"\n";
        var page = await ImportAsync(tara, changed, "bs");
        page.QuerySelectorAll(".tr-import dt").Length.ShouldBe(2);
        page.QuerySelector(".tr-refused")!.TextContent.ShouldContain("No page has this");
        (await portal.ReadAsync(db => db.InterfaceStrings.CountAsync(Cancel))).ShouldBe(0);

        using var taken = await PostAsync(tara, new() { ["po"] = changed, ["culture"] = "bs", ["digest"] = page.QuerySelector("input[name=digest]")!.GetAttribute("value")! });
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.TextAsync("/bs")).ShouldContain("Na sadržaj");

        // What is taken over is what was looked at.
        using var other = await PostAsync(tara, new() { ["po"] = changed.Replace("Na sadržaj", "Drugo", StringComparison.Ordinal), ["culture"] = "bs", ["digest"] = "0" });
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await ImportAsync(tara, "msgid \"\nmsgstr", "bs")).QuerySelector(".error-summary")!.TextContent.ShouldContain("Line 1");
    }

    static async Task<HttpResponseMessage> SaveAsync(HttpClient browser, string culture, string message, string text, string button = "save")
    {
        var address = $"/admin/interface-strings?culture={culture}&q={Uri.EscapeDataString(message)}";
        using var page = await browser.AskAsync(address);
        var form = await TestPortal.ParseAsync(page);
        return await browser.PostFormAsync(address, new Form { ["message"] = message, ["context"] = "", ["forms"] = text, ["do"] = button, ["__RequestVerificationToken"] = form.TokenOf() });
    }

    static async Task<AngleSharp.Html.Dom.IHtmlDocument> ImportAsync(HttpClient browser, string po, string culture)
    {
        using var answer = await PostAsync(browser, new() { ["po"] = po, ["culture"] = culture });
        return await TestPortal.ParseAsync(answer);
    }

    static async Task<HttpResponseMessage> PostAsync(HttpClient browser, Dictionary<string, string> fields)
    {
        using var page = await browser.AskAsync("/admin/interface-strings/import");
        var token = (await TestPortal.ParseAsync(page)).TokenOf();
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value, Encoding.UTF8), name);
        return await browser.AskAsync(HttpMethod.Post, "/admin/interface-strings/import", form);
    }
}
