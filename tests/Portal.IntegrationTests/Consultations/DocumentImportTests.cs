using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Content;
using Portal.Consultations.Import;
using Portal.Consultations.Models;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Consultations;

/// <summary>From a document to the sections of a consultation, as an editor without scripts does it.</summary>
public sealed class DocumentImportTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("docx")]
    [InlineData("odt")]
    [InlineData("md")]
    public async Task A_document_becomes_sections_with_all_that_it_says(string format)
    {
        await using var portal = await TestPortal.StartAsync();
        using var nina = await portal.SignedInAsync("nina");
        var id = await BegunAsync(nina);
        using var brought = await nina.BringAsync(id, "draft." + format, await Documents.MakeAsync(format, Documents.Law));
        var division = await nina.DivisionAsync(brought);
        division.Headings().ShouldBe(["", "Article 1. Purpose", "Article 2. Storage", "Article 3. Fines"]);
        division["t-0"].ShouldBe(DivisionTarget.Introduction);
        (await DocumentAsync(portal, id)).As<BagPart>(Consultation.Sections).ShouldBeNull("Nothing is replaced before the last step.");

        using var taken = await division.PressAsync("apply");
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var document = await DocumentAsync(portal, id);
        document.As<MarkdownBodyPart>()!.Markdown!.ShouldContain("By decision of the government.");
        var sections = ConsultationSections.Of(document);
        sections.Select(s => s.Heading).ShouldBe(["Article 1. Purpose", "Article 2. Storage", "Article 3. Fines"]);

        var page = await portal.PageAsync($"/admin/content/{id}/preview?as=open", nina);
        page.QuerySelector("#section-1 a")!.GetAttribute("href").ShouldBe("https://example.org/strategy?a=1&b=2");
        page.QuerySelector("#section-2 em")!.TextContent.ShouldBe("steel");
        page.QuerySelector("#section-3")!.TextContent.ShouldContain("No cabinet");
        page.QuerySelector("#section-3")!.TextContent.ShouldContain("Offence");
        page.QuerySelector("#section-3 table").ShouldNotBeNull();
        page.QuerySelector("#section-3 ol")!.GetAttribute("start").ShouldBe("5");
        page.QuerySelector("#section-3 .footnotes")!.TextContent.ShouldContain("Days of the calendar.");
        if (format == "md") return;

        page.QuerySelector("#section-2 ol")!.GetAttribute("type").ShouldBe("a");
        page.QuerySelectorAll("#section-2 ol li").Select(l => l.TextContent.Trim()).ShouldBe(["at home, or", "at a station."]);
        var picture = page.QuerySelector("#section-2 img")!.GetAttribute("src")!;
        picture.ShouldStartWith("/media/consultations/");
        using var file = await portal.Client.AskAsync(picture);
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_division_is_changed_part_by_part_and_nothing_typed_is_lost()
    {
        await using var portal = await TestPortal.StartAsync();
        using var nina = await portal.SignedInAsync("nina");
        var id = await BegunAsync(nina);
        using var brought = await nina.BringAsync(id, "draft.md", Encoding.UTF8.GetBytes("# One\n\nFirst.\n\nSecond.\n\n# Two\n\nThird."));
        var division = await nina.DivisionAsync(brought);
        division["h-0"] = "One, renamed";
        // Blocks: 0 One, 1 First, 2 Second, 3 Two, 4 Third.
        division = await division.ThenAsync(nina, "split 2");
        division.Headings().ShouldBe(["One, renamed", "", "Two"]);

        division = await division.ThenAsync(nina, "apply");
        division.Page.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#h-2");
        division["h-0"].ShouldBe("One, renamed");
        division["h-2"] = "Put in by hand";
        division = await division.ThenAsync(nina, "merge 3");
        division.Headings().ShouldBe(["One, renamed", "Put in by hand"]);
        using var taken = await division.PressAsync("apply");

        var sections = ConsultationSections.Of(await DocumentAsync(portal, id));
        sections.Select(s => (s.Heading, s.Markdown)).ShouldBe([("One, renamed", "First."), ("Put in by hand", "Second.\n\n### Two\n\nThird.")]);
        using var gone = await nina.AskAsync(brought.Headers.Location!.ToString());
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_revised_document_keeps_ids_and_comments_and_asks_before_it_takes_a_section_out()
    {
        await using var portal = await TestPortal.StartAsync();
        await Drafted.OpenAsync(portal);
        await Drafted.CommentAsync(portal, "About the cabinet.", "two");
        await Drafted.CommentAsync(portal, "About the purpose.", "one");
        using var nina = await portal.SignedInAsync("nina");
        const string revised = "# Definitions\n\nA weapon is what the law says.\n\n# Storage\n\nWeapons are kept in a locked steel cabinet.\n\n# Penalties\n\nA fine of two hundred euros is paid.";
        using var brought = await nina.BringAsync(Drafted.Id, "revised.docx", await Documents.MakeAsync("docx", revised));
        var division = await nina.DivisionAsync(brought);
        Targets(division).ShouldBe([DivisionTarget.New, "two", "three"]);
        division.Page.QuerySelector("details.diff ins")!.TextContent.ShouldContain("steel");
        division.Page.QuerySelector("input[name=keep]")!.GetAttribute("value").ShouldBe("one");
        division.Page.QuerySelector("input[name=keep]")!.HasAttribute("checked").ShouldBeFalse();
        division.Page.QuerySelector(".bag .choice")!.TextContent.ShouldContain("1 comment");

        // The editor corrects the matching; what would go now has not been on the page yet.
        var fines = division.Page.QuerySelectorAll("select[name^='t-']").Select(s => s.GetAttribute("name")!).Last();
        division[fines] = DivisionTarget.New;
        division = await division.ThenAsync(nina, "apply");
        division.Page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("take sections out");
        division.Page.QuerySelectorAll("input[name=keep]").Select(k => k.GetAttribute("value")).ShouldBe(["one", "three"]);
        division[fines] = "three";
        division["keep"] = "one";
        using (var taken = await division.PressAsync("apply")) taken.Headers.Location!.ToString().ShouldBe($"/admin/content/{Drafted.Id}");
        await portal.PublishAsync(Drafted.Id);

        var sections = ConsultationSections.Of(await DocumentAsync(portal, Drafted.Id));
        sections.Select(s => s.Heading).ShouldBe(["Purpose", "Definitions", "Storage", "Penalties"]);
        sections.Select(s => s.SectionId).Where((_, i) => i != 1).ShouldBe(["one", "two", "three"]);
        var page = await portal.PageAsync(Drafted.Path);
        page.QuerySelector("#section-3 .comment-text")!.TextContent.Trim().ShouldBe("About the cabinet.");
        page.QuerySelector("#section-3 .comment-changed").ShouldNotBeNull();
        page.QuerySelector("#section-1 .comment-changed").ShouldBeNull();
    }

    [Fact]
    public async Task A_translation_joins_the_sections_that_are_there()
    {
        await using var portal = await TestPortal.StartAsync();
        await Drafted.OpenAsync(portal);
        using var nina = await portal.SignedInAsync("nina");
        var form = await EditorForm.OpenAsync(nina, $"/admin/content/new/Consultation?culture=sq&from={Drafted.Id}");
        form["TitlePart.Title"] = "Draft në shqip";
        using var first = await form.PressAsync("save");
        var id = first.Headers.Location!.ToString().Split('/')[^1];
        await portal.EditAsync(id, c => c["Sections"] = Drafted.Sections());

        using var brought = await nina.BringAsync(id, "draft.docx", await Documents.MakeAsync("docx", "# Neni 1. Qëllimi\n\nLigji.\n\n# Neni 2. Ruajtja\n\nKasaforta.\n\n# Neni 3. Gjobat\n\nNjëqind euro."));
        var division = await nina.DivisionAsync(brought);
        Targets(division).ShouldBe(["one", "two", "three"]);
        using var taken = await division.PressAsync("apply");
        ConsultationSections.Of(await DocumentAsync(portal, id)).Select(s => (s.SectionId, s.Heading)).ShouldBe([("one", "Neni 1. Qëllimi"), ("two", "Neni 2. Ruajtja"), ("three", "Neni 3. Gjobat")]);
    }

    [Fact]
    public async Task Hostile_and_broken_files_are_refused_in_words_and_leave_nothing_behind()
    {
        await using var portal = await TestPortal.StartAsync();
        using var nina = await portal.SignedInAsync("nina");
        var id = await BegunAsync(nina);
        var docx = await Documents.MakeAsync("docx", "# A\n\nB");
        var odt = await Documents.MakeAsync("odt", "# A\n\nB");
        (string Name, byte[] File)[] files =
        [
            ("draft.docx", []), ("draft.docx", "no zip"u8.ToArray()), ("draft.docx", docx[..(docx.Length / 2)]), ("draft.docx", odt), ("draft.odt", docx), ("draft.pdf", "%PDF-1.7"u8.ToArray()),
            ("draft.docx", With(docx, "word/document.xml", "<w:document")),
            ("draft.odt", With(odt, "content.xml", "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>")),
            ("draft.odt", With(odt, "content.xml", "not xml")),
            ("draft.docx", With(docx, "word/document.xml", new string(' ', 110 * 1024 * 1024))),
            ("draft.md", [0xFF, 0xFE, 0x00]), ("draft.md", new byte[11 * 1024 * 1024]),
        ];
        foreach (var (name, file) in files)
        {
            using var refused = await nina.BringAsync(id, name, file);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, name);
            (await TestPortal.ParseAsync(refused)).QuerySelector(".error-summary li")!.TextContent.Trim().Length.ShouldBeGreaterThan(10);
        }

        (await portal.ReadAsync(db => db.DocumentImports.CountAsync(Cancel))).ShouldBe(0);
        Directory.EnumerateDirectories(Path.GetTempPath(), "portal-document-*").Where(d => Directory.GetCreationTimeUtc(d) > Process).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_document_smuggles_in_is_words_on_the_page_and_nothing_else()
    {
        await using var portal = await TestPortal.StartAsync();
        using var nina = await portal.SignedInAsync("nina");
        var id = await BegunAsync(nina);
        const string hostile = "# One <script>alert(1)</script>\n\n[click](javascript:alert(1)) <img src=x onerror=alert(1)> \\<iframe src=x\\>\n\n![x](https://example.org/track.png)\n\n![y](../../../../etc/passwd)";
        using var brought = await nina.BringAsync(id, "draft.md", Encoding.UTF8.GetBytes(hostile));
        var division = await nina.DivisionAsync(brought);
        division.Page.QuerySelectorAll("main img, main script, main iframe, main [onerror], main a[href^=javascript]").ShouldBeEmpty();
        using var taken = await division.PressAsync("apply");
        var page = await portal.PageAsync($"/admin/content/{id}/preview?as=open", nina);
        page.QuerySelectorAll("main img, main iframe, main [onerror], main a[href^=javascript]").ShouldBeEmpty();
        page.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_who_may_edit_brings_a_document_and_only_who_brought_it_sees_it()
    {
        await using var portal = await TestPortal.StartAsync();
        using var nina = await portal.SignedInAsync("nina");
        var id = await BegunAsync(nina);
        using var brought = await nina.BringAsync(id, "draft.md", "# A\n\nB"u8.ToArray());
        var path = brought.Headers.Location!.ToString();
        using var admin = await portal.SignedInAsync("admin");
        using (var other = await admin.AskAsync(path)) other.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var user in new[] { "fiq", "arta" })
        {
            using var stranger = await portal.SignedInAsync(user);
            using var answer = await stranger.AskAsync($"/admin/content/{id}/document");
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Forbidden);
        }

        using (var guest = await portal.Client.AskAsync(path)) guest.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        // What nobody finishes is forgotten.
        await portal.RunJobAsync<ForgetDocumentImports>();
        (await portal.ReadAsync(db => db.DocumentImports.CountAsync(Cancel))).ShouldBe(1);
        portal.Clock.Advance(TimeSpan.FromDays(DocumentImport.KeptDays + 1));
        await portal.RunJobAsync<ForgetDocumentImports>();
        (await portal.ReadAsync(db => db.DocumentImports.CountAsync(Cancel))).ShouldBe(0);
    }

    /// <summary>When this run began.</summary>
    static readonly DateTime Process = System.Diagnostics.Process.GetCurrentProcess().StartTime.ToUniversalTime();

    static async Task<string> BegunAsync(HttpClient editor)
    {
        var form = await EditorForm.OpenAsync(editor, "/admin/content/new/Consultation?culture=en");
        form["TitlePart.Title"] = "Draft law on weapons";
        using var saved = await form.PressAsync("save");
        return saved.Headers.Location!.ToString().Split('/')[^1];
    }

    static Task<ContentDocument> DocumentAsync(TestPortal portal, string id) => portal.AsSystemAsync(async s => (await s.GetRequiredService<ContentStore>().LatestAsync((await s.GetRequiredService<ContentStore>().FindAsync(id, Cancel))!, Cancel)).Document);

    static string[] Targets(EditorForm form) => [.. form.Page.QuerySelectorAll("select[name^='t-']").Select(s => ((IHtmlSelectElement)s).Value!)];

    /// <summary>An office file with another content.</summary>
    static byte[] With(byte[] file, string entry, string text)
    {
        using var memory = new MemoryStream();
        memory.Write(file);
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(entry)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write(text);
        }

        return memory.ToArray();
    }
}
