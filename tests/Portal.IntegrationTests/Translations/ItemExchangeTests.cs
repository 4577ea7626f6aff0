using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.Web;

namespace Portal.IntegrationTests.Translations;

/// <summary>Texts that leave as a file and come back translated.</summary>
public abstract class ItemExchangeTests(DatabaseKind database)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_come_back_as_drafts_and_what_went_stale_meanwhile_is_named_and_left_out()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        using var tara = await portal.SignedInAsync("tara");
        var created = await portal.AsSystemAsync(s => ((Cms.Content.Actions.CreateContentItem)s.GetService(typeof(Cms.Content.Actions.CreateContentItem))!).RunAsync(
            new("Article", "en", Editing.Text("Taken along").Apply(new Cms.Content.MarkdownBodyPart { Markdown = "First.\n\nSecond, with \"quotes\"." })), Cancel));
        var (id, set) = (created.Value.ContentItemId, created.Value.LocalizationSet);
        await portal.PublishAsync(id);

        var po = await tara.TextAsync($"/admin/translations/export?set={set}&from=en&to=sq");
        po.ShouldContain($"msgctxt \"{set}|MarkdownBodyPart.Markdown:2\"\nmsgid \"Second, with \\\"quotes\\\".\"\nmsgstr \"\"");
        var translated = Put(Put(Put(po, "TitlePart.Title:1", "E marrë me vete"), "MarkdownBodyPart.Markdown:1", "E para."), "MarkdownBodyPart.Markdown:2", "E dyta, me „thonjëza”.");
        await portal.EditAsync(id, c => c["MarkdownBodyPart"]!["Markdown"] = "First, but changed.\n\nSecond, with \"quotes\".");
        await portal.PublishAsync(id);

        var page = await PostAsync(tara, translated);
        page.QuerySelectorAll(".tr-import dt").Length.ShouldBe(2);
        page.QuerySelector(".tr-refused")!.TextContent.ShouldContain("First.");
        (await portal.ReadAsync(db => db.ContentItems.CountAsync(i => i.LocalizationSet == set, Cancel))).ShouldBe(1);

        await PostAsync(tara, translated, page.QuerySelector("input[name=digest]")!.GetAttribute("value"));
        var item = await portal.ReadAsync(db => db.ContentItems.AsNoTracking().SingleAsync(i => i.LocalizationSet == set && i.Culture == "sq", Cancel));
        item.PublishedVersionId.ShouldBeNull();
        (await portal.ReadAsync(db => db.ContentItemVersions.Where(v => v.VersionId == item.LatestVersionId).Select(v => v.Json).SingleAsync(Cancel))).ShouldContain("E dyta, me „thonjëza”.");
        (await PostAsync(tara, translated)).QuerySelector("input[name=digest]").ShouldBeNull();
    }

    [Fact]
    public async Task A_broken_file_is_refused_in_words()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        using var tara = await portal.SignedInAsync("tara");
        foreach (var (po, words) in new[]
        {
            ("msgid \"\"\nmsgstr \"Language: sq\\n\"\n", "X-Source-Language"),
            ("msgid \"\"\nmsgstr \"\"\n\"Language: sq\\n\"\n\"X-Source-Language: en\\n\"\n\nmsgid \"a\"\nmsgstr \"b", "Line 7"),
            ("\u0000\u0001 no text at all", "X-Source-Language"),
        })
        {
            (await PostAsync(tara, po)).QuerySelector(".error-summary")!.TextContent.ShouldContain(words);
        }
    }

    [Fact]
    public async Task Nobody_takes_over_what_they_may_not_edit()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        using var tara = await portal.SignedInAsync("tara");
        using var aktiv = await portal.SignedInAsync("aktiv");
        var po = await tara.TextAsync("/admin/translations/export?set=analysis-small-arms&from=en&to=sq");
        (await aktiv.TextAsync("/admin/translations/export?set=analysis-small-arms&from=en&to=sq")).ShouldNotContain("analysis-small-arms|");
        (await PostAsync(aktiv, Put(po, "TitlePart.Title:1", "I huaj"))).QuerySelector(".tr-refused")!.TextContent.ShouldContain("analysis-small-arms");
    }

    /// <summary>Writes a translation into the file, as a translation program does.</summary>
    static string Put(string po, string place, string text)
    {
        var at = po.IndexOf("|" + place + "\"", StringComparison.Ordinal);
        var start = po.IndexOf("msgstr ", at, StringComparison.Ordinal);
        var end = po.IndexOf("\n\n", start, StringComparison.Ordinal) is >= 0 and var next ? next : po.Length;
        return po[..start] + $"msgstr \"{text}\"" + po[end..];
    }

    static async Task<AngleSharp.Html.Dom.IHtmlDocument> PostAsync(HttpClient browser, string po, string? digest = null)
    {
        using var page = await browser.AskAsync("/admin/translations/import");
        using var form = new MultipartFormDataContent { { new StringContent((await TestPortal.ParseAsync(page)).TokenOf()), "__RequestVerificationToken" }, { new StringContent(po, Encoding.UTF8), "po" } };
        if (digest is not null) form.Add(new StringContent(digest), "digest");
        using var answer = await browser.AskAsync(HttpMethod.Post, "/admin/translations/import", form);
        if (digest is not null) answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return await TestPortal.ParseAsync(answer);
    }
}

public sealed class ItemExchangeTestsOnSqlite() : ItemExchangeTests(DatabaseKind.Sqlite);

public sealed class ItemExchangeTestsOnPostgres() : ItemExchangeTests(DatabaseKind.Postgres);
