using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Processes;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.Moderation.Actions;
using Portal.Moderation.Attachments;
using Portal.Moderation.Models;

namespace Portal.IntegrationTests.Participation;

public sealed class AttachmentTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Fact]
    public async Task A_file_is_kept_through_errors_cleaned_shown_with_the_comment_and_gone_with_it()
    {
        Assert.SkipUnless(ChildProgram.Exists("vipsthumbnail") && ChildProgram.Exists("mat2"), "vipsthumbnail and mat2 are not installed");
        var citizen = new Participant(portal, "en");
        var check = await citizen.CheckAsync("With a picture.");
        using var wrong = await citizen.SendAsync(check, [("street.png", Picture()), ("school.png", Picture())], ("consent", ""));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = await TestPortal.ParseAsync(wrong);
        again.QuerySelectorAll(".held-files b").Select(b => b.TextContent).ShouldBe(["street.png", "school.png"]);

        using var sent = await citizen.SendAsync(again, [], ("drop", again.QuerySelectorAll<IHtmlInputElement>("[name=drop]").Last().Value));
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        var code = Participant.CodeOn(await TestPortal.ParseAsync(sent));
        var file = await portal.ReadAsync(db => db.SubmissionAttachments.SingleAsync(a => a.FileName == "street.png", Cancel));
        var bytes = await File.ReadAllBytesAsync(Path.Combine(portal.Folder, FileStore.Name, file.Id), Cancel);
        Encoding.Latin1.GetString(bytes).ShouldNotContain("Made by Arta at home");

        (await portal.Client.AskAsync($"/en/attachment/{file.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await (await Moderator.Async(portal)).DecideAsync("With a picture.", "publish");
        (await portal.PageAsync(await citizen.ConsultationPathAsync())).QuerySelector($"a[href='/en/attachment/{file.Id}']").ShouldNotBeNull();
        using (var download = await portal.Client.AskAsync($"/en/attachment/{file.Id}"))
        {
            download.StatusCode.ShouldBe(HttpStatusCode.OK);
            download.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            download.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
            download.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }

        (await portal.AsSystemAsync(s => ((ExcludeAttachment)s.GetService(typeof(ExcludeAttachment))!).RunAsync(file.Id, exclude: true, Cancel))).Problem.ShouldBeNull();
        (await portal.Client.AskAsync($"/en/attachment/{file.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.PageAsync(await citizen.ConsultationPathAsync())).QuerySelector($"a[href='/en/attachment/{file.Id}']").ShouldBeNull();

        using var withdrawn = await citizen.Browser.PostFormAsync("/en/receipt/withdraw", new Form { ["receipt"] = code, ["sure"] = "yes" });
        await new Mailbox(portal).ReadAsync();
        File.Exists(Path.Combine(portal.Folder, FileStore.Name, file.Id)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_document_keeps_its_words_and_loses_who_wrote_it()
    {
        Assert.SkipUnless(ChildProgram.Exists("mat2") && ChildProgram.Exists("pandoc"), "mat2 and pandoc are not installed");
        var folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "in.md"), "---\ntitle: Report\nauthor: Arta from the third floor\n---\n\nThe lamp is broken.", Cancel);
        (await ChildProgram.RunAsync("pandoc", ["--standalone", "in.md", "-o", "out.docx"], folder, ProcessLimits.OneFile with { Memory = 4L << 30 }, null, Cancel)).Succeeded.ShouldBeTrue();
        var citizen = new Participant(portal, "en");
        using var sent = await citizen.SendAsync(await citizen.CheckAsync("With a document."), [("report.docx", await File.ReadAllBytesAsync(Path.Combine(folder, "out.docx"), Cancel))]);
        Directory.Delete(folder, recursive: true);
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        var file = await portal.ReadAsync(db => db.SubmissionAttachments.SingleAsync(a => a.FileName == "report.docx", Cancel));
        using var package = new ZipArchive(File.OpenRead(Path.Combine(portal.Folder, FileStore.Name, file.Id)), ZipArchiveMode.Read);
        var texts = string.Concat(package.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
        texts.ShouldContain("The lamp is broken.");
        using var core = new StreamReader(package.GetEntry("docProps/core.xml")!.Open());
        (await core.ReadToEndAsync(Cancel)).ShouldNotContain("Arta");
    }

    [Fact]
    public async Task What_is_no_such_file_is_refused_by_its_content_and_the_text_stays()
    {
        var citizen = new Participant(portal, "en");
        foreach (var (name, bytes) in new[] { ("page.pdf", "<html><script>alert(1)</script>"u8.ToArray()), ("program.png", new byte[] { 0x4D, 0x5A, 1, 2 }), ("macro.docx", Macro()), ("huge.jpg", new byte[(10 * 1024 * 1024) + 1]), ("empty.pdf", []) })
        {
            using var answer = await citizen.SendAsync(await citizen.CheckAsync("Text beside a bad file."), [(name, bytes)]);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, name);
            var page = await TestPortal.ParseAsync(answer);
            page.QuerySelector("[role=alert] a[href='#files']")!.TextContent.ShouldContain(name);
            page.QuerySelector("#body")!.TextContent.ShouldContain("Text beside a bad file.");
        }
    }

    [Theory]
    [InlineData("picture.docx", "word/_rels/document.xml.rels", """<Relationships xmlns="r"><Relationship Id="a" Type="x/image" Target="https://elsewhere.example/beacon.png" TargetMode="External"/></Relationships>""")]
    [InlineData("template.docx", "word/_rels/settings.xml.rels", """<Relationships xmlns="r"><Relationship Id="a" Type="x/attachedTemplate" Target="file://server/share/t.dotm" TargetMode="external"/></Relationships>""")]
    [InlineData("field.docx", "word/header1.xml", """<w:hdr xmlns:w="w"><w:r><w:instrText> includepicture "http://elsewhere.example/b.png" </w:instrText></w:r></w:hdr>""")]
    [InlineData("simple.docx", "word/footer1.xml", """<w:ftr xmlns:w="w"><w:fldSimple w:instr="DDEAUTO excel x"/></w:ftr>""")]
    [InlineData("picture.odt", "content.xml", """<o xmlns:x="http://www.w3.org/1999/xlink"><image x:href="https://elsewhere.example/b.png"/></o>""")]
    public async Task A_document_that_would_tell_others_who_opens_it_is_refused_in_words_that_say_what_to_do(string name, string member, string content)
    {
        var citizen = new Participant(portal, "en");
        using var answer = await citizen.SendAsync(await citizen.CheckAsync("Text beside a spying file."), [(name, Document(name, (member, content)))]);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await TestPortal.ParseAsync(answer)).QuerySelector("[role=alert] a[href='#files']")!.TextContent.ShouldContain("from another place when it is opened");
    }

    [Fact]
    public async Task A_document_may_link_to_other_places_and_one_connection_sends_no_more_files_than_a_meeting_would()
    {
        const string links = """<Relationships xmlns="r"><Relationship Id="a" Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/><Relationship Id="b" Type="x/image" Target="media/b.png"/></Relationships>""";
        FileContents.LoadsFromElsewhere(Document("a.docx", ("word/_rels/document.xml.rels", links), ("word/document.xml", """<w xmlns:w="w"><w:instrText> PAGE </w:instrText></w>""")), FileKind.Docx).ShouldBeFalse();
        FileContents.LoadsFromElsewhere(Document("a.odt", ("content.xml", """<o xmlns:x="http://www.w3.org/1999/xlink"><a x:href="https://example.org/">here</a><image x:href="Pictures/b.png"/></o>""")), FileKind.Odt).ShouldBeFalse();

        Assert.SkipUnless(ChildProgram.Exists("vipsthumbnail"), "vipsthumbnail is not installed");
        var machine = portal.NewClient("203.0.113.91");
        var ticket = await new ApiGuest(portal).TicketAsync();
        // A cheap file costs nothing: what is refused by its content is not counted.
        (await UploadAsync("not a picture"u8.ToArray())).ShouldBe(HttpStatusCode.BadRequest);
        for (var i = 0; i < 40; i++) (await UploadAsync(Picture())).ShouldBe(HttpStatusCode.OK);
        (await UploadAsync(Picture())).ShouldBe(HttpStatusCode.BadRequest);

        async Task<HttpStatusCode> UploadAsync(byte[] bytes)
        {
            using var form = new MultipartFormDataContent { { new StringContent(ticket), "ticket" }, { new ByteArrayContent(bytes), "file", "p.png" } };
            using var answer = await machine.PostAsync("/api/v1/files", form, Cancel);
            return answer.StatusCode;
        }
    }

    static byte[] Document(string name, params (string Name, string Text)[] members)
    {
        (string, string)[] rest = name.EndsWith(".odt", StringComparison.Ordinal) ? [("mimetype", FileKind.Odt.ContentType), ("content.xml", "<o/>")] : [("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")];
        return Package([.. members, .. rest.Where(r => members.All(m => m.Name != r.Item1))]);
    }

    [Fact]
    public async Task No_more_than_three_files_and_none_that_was_not_given_here()
    {
        var citizen = new Participant(portal, "en");
        using var forged = await citizen.SendAsync(await citizen.CheckAsync("With a forged note."), ("held", "CfDJ8forged"));
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("../../etc/passwd.png", "passwd.png")]
    [InlineData("C:\\Users\\Arta\\слика.png", "слика.png")]
    [InlineData("evil\u202Egnp.exe", "evilgnp.exe")]
    [InlineData("", "file")]
    [InlineData("...", "file")]
    public void A_name_keeps_what_people_read_and_loses_what_systems_obey(string given, string kept) => FileName.Of(given).ShouldBe(kept);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A picture of one point, with a remark of its maker inside.</summary>
    /// <param name="words">What the maker says.</param>
    internal static byte[] Picture(string words = "Made by Arta at home")
    {
        var point = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        byte[] remark = [.. "tEXt"u8, .. "Comment\0"u8, .. Encoding.ASCII.GetBytes(words)];
        byte[] chunk = [.. BitConverter.GetBytes(remark.Length - 4).Reverse(), .. remark, .. BitConverter.GetBytes(Crc(remark)).Reverse()];
        return [.. point[..33], .. chunk, .. point[33..]];
    }

    static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }

    static byte[] Macro() => Package(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x"));

    static byte[] Package(params (string Name, string Text)[] members)
    {
        using var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in members)
            {
                using var writer = new StreamWriter(package.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
