using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;
using Portal.Media.Models;

namespace Portal.IntegrationTests.Media;

public sealed class UploadTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Fact]
    public async Task A_photograph_loses_where_and_by_whom_it_was_taken()
    {
        MediaDesk.NeedsPrograms("vipsthumbnail", "vips");
        var sent = await Pictures.PhotographAsync();
        Encoding.Latin1.GetString(sent).ShouldContain("Arta Krasniqi");
        var item = await (await MediaDesk.OfAsync(portal, "nina")).UploadAsync("", "Протест у Приштини (1).JPG", sent);
        (item.Path, item.Title, item.ContentType, item.Width, item.Height).ShouldBe(("protest-u-pristini-1.jpg", "Протест у Приштини (1)", "image/jpeg", 1200, 800));
        using var served = await portal.Client.AskAsync("/media/" + item.Path);
        var bytes = await served.Content.ReadAsByteArrayAsync(Cancel);
        Encoding.Latin1.GetString(bytes).ShouldNotContain("Arta");
        Encoding.Latin1.GetString(bytes).ShouldNotContain("Exif");
        bytes.Length.ShouldBe((int)item.Length);
    }

    [Fact]
    public async Task What_hides_behind_a_picture_is_not_kept()
    {
        MediaDesk.NeedsPrograms("vipsthumbnail", "vips");
        // A page and an archive behind the last byte of a picture: each program sees what it looks for.
        byte[] polyglot = [.. await Pictures.PhotographAsync(200, 100), .. "<script>alert(1)</script>PK\u0003\u0004MZ"u8];
        var item = await (await MediaDesk.OfAsync(portal, "nina")).UploadAsync("", "two things.jpg", polyglot);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(portal.Folder, "media", item.Path), Cancel);
        Encoding.Latin1.GetString(bytes).ShouldNotContain("script");
        bytes[^2..].ShouldBe([0xFF, 0xD9]);
    }

    [Fact]
    public async Task What_is_dangerous_is_refused_by_name_and_nothing_of_it_stays()
    {
        var desk = await MediaDesk.OfAsync(portal, "nina");
        var before = await portal.ReadAsync(db => db.MediaItems.CountAsync(Cancel));
        foreach (var (name, bytes, says) in new (string, byte[], string)[]
        {
            ("program.png", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0], "program is not a file that can be added"),
            ("huge.png", Pictures.Bomb(), "million pixels"),
            ("page.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "page is a drawing that contains more"),
            ("page.csv", "<html><script>alert(1)</script>"u8.ToArray(), "is not a file that can be added"),
            ("empty.pdf", [], "is empty"),
            ("broken.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], "could not be read"),
            ("large.svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'>" + new string(' ', 1_100_000) + "</svg>"), "a SVG may have 1 MB"),
        })
        {
            using var answer = await desk.SendAsync("", (name, bytes));
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, name);
            ((string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!["title"]).ShouldNotBeNull().ShouldContain(says, Case.Sensitive, name);
        }

        (await portal.ReadAsync(db => db.MediaItems.CountAsync(Cancel))).ShouldBe(before);
        Directory.EnumerateFileSystemEntries(Path.Combine(portal.Folder, "media-work")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_scripts_several_files_come_at_once_and_each_refusal_is_told()
    {
        var desk = await MediaDesk.OfAsync(portal, "nina");
        using var answer = await desk.PostAsync("/admin/media/upload", "files", [("good table.csv", "a;b\n1;2"u8.ToArray()), ("bad.exe", [0x4D, 0x5A])], [("folder", "")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await TestPortal.ParseAsync(answer);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("bad is not a file");
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("1 file was added.");
        using var served = await portal.Client.AskAsync("/media/good-table.csv");
        served.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        served.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        served.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Two_files_of_one_name_have_two_addresses_and_no_name_leads_out_of_the_folder()
    {
        var desk = await MediaDesk.OfAsync(portal, "nina");
        var first = await desk.UploadAsync("", "../../../etc/notes.txt", "one"u8.ToArray());
        var second = await desk.UploadAsync("", "notes.txt", "two"u8.ToArray());
        (first.Path, second.Path).ShouldBe(("notes.txt", "notes-2.txt"));
        (await portal.Client.TextAsync("/media/notes-2.txt")).ShouldBe("two");
    }

    [Fact]
    public async Task A_member_fills_its_own_folder_and_no_other()
    {
        var desk = await MediaDesk.OfAsync(portal, "fiq");
        var own = await desk.UploadAsync("org-fiq", "ours.txt", "ours"u8.ToArray());
        (own.Path, own.FolderId, own.OrganisationSet).ShouldBe(("organisations-org-fiq/ours.txt", "org-fiq", "org-fiq"));
        using (var elsewhere = await desk.SendAsync("org-aktiv", ("theirs.txt", "x"u8.ToArray()))) elsewhere.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        using (var top = await desk.SendAsync("", ("network.txt", "x"u8.ToArray()))) top.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var other = await MediaDesk.OfAsync(portal, "aktiv");
        using (var replaced = await other.PostAsync($"/admin/media/{own.Id}/replace", "file", [("x.txt", "x"u8.ToArray())], [])) replaced.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using (var deleted = await other.PressAsync($"/admin/media/{own.Id}/delete", [])) deleted.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        // To look at it and use it is for everybody who writes.
        (await portal.PageAsync($"/admin/media/{own.Id}", other.Browser)).QuerySelector("h1")!.TextContent.ShouldBe("ours");
        (await portal.PageAsync("/admin/media", desk.Browser)).QuerySelector(".media-card .name")!.TextContent.ShouldBe("ours");
    }

    [Fact]
    public async Task Who_is_no_editor_never_sees_the_library()
    {
        (await portal.Client.AskAsync("/admin/media")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var moderator = await portal.SignedInAsync("arta");
        (await moderator.AskAsync("/admin/media")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
