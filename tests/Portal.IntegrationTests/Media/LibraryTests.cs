using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.Media;
using Portal.Media.Actions;
using Portal.Media.Files;
using Portal.Media.Models;
using Portal.Media.Queries;
using Portal.Web;

namespace Portal.IntegrationTests.Media;

public abstract class LibraryTests(TestPortal portal, DatabaseKind database)
{
    [Fact]
    public async Task The_files_of_a_recipe_are_in_the_library_with_what_it_says_of_them()
    {
        var logo = await portal.ReadAsync(db => db.MediaItems.AsNoTracking().SingleAsync(i => i.Path == "demo/monogram-fiq.svg", Cancel));
        logo.IsDecorative.ShouldBeTrue();
        var chart = await portal.ReadAsync(db => db.MediaItems.AsNoTracking().SingleAsync(i => i.Path == "demo/chart-trust.svg", Cancel));
        chart.Alt.Keys.ShouldBe(["sq", "sr", "bs", "en"], ignoreOrder: true);
        chart.Width.ShouldNotBeNull();
        (await portal.AsSystemAsync(s => s.GetRequiredService<MediaCheck>().RunAsync(Cancel))).ShouldSatisfyAllConditions(f => f.Missing.ShouldBeEmpty(), f => f.Strays.ShouldBeEmpty());
    }

    [Fact]
    public async Task Where_a_file_is_used_is_known_for_drafts_and_for_what_is_public()
    {
        var desk = await MediaDesk.OfAsync(portal, "nina");
        var file = await desk.UploadAsync("", "used.csv", "a;b"u8.ToArray());
        const string item = "analysis-small-arms-en";
        await portal.EditAsync(item, c => c["MarkdownBodyPart"]!["Markdown"] += $"\n\n[The table](/media/{file.Path})");
        (await UsesAsync(file)).Single().IsPublic.ShouldBeFalse();
        await portal.PublishAsync(item);
        var use = (await UsesAsync(file)).Single();
        (use.ContentItemId, use.IsPublic, use.IsShared).ShouldBe((item, true, false));
        (await portal.PageAsync($"/admin/media/{file.Id}", desk.Browser)).QuerySelector($"a[href='/admin/content/{item}']").ShouldNotBeNull();

        using (var refused = await desk.PressAsync($"/admin/media/{file.Id}/delete", []))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await TestPortal.ParseAsync(refused)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Texts that use this file: 1.");
        }

        await portal.EditAsync(item, c => c["MarkdownBodyPart"]!["Markdown"] = ((string)c["MarkdownBodyPart"]!["Markdown"]!).Replace($"[The table](/media/{file.Path})", "", StringComparison.Ordinal));
        await portal.PublishAsync(item);
        (await UsesAsync(file)).ShouldBeEmpty();
        using (var deleted = await desk.PressAsync($"/admin/media/{file.Id}/delete", [])) deleted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.AskAsync("/media/" + file.Path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.PageAsync("/admin/media?show=bin&folder=", desk.Browser)).QuerySelector(".media-card .name")!.TextContent.ShouldBe("used");
        using (var restored = await desk.PressAsync($"/admin/media/{file.Id}/restore", [])) restored.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.TextAsync("/media/" + file.Path)).ShouldBe("a;b");
    }

    [Fact]
    public async Task A_replacement_that_is_not_committed_leaves_the_old_file_and_one_that_lost_its_process_is_put_in_place()
    {
        var desk = await MediaDesk.OfAsync(portal, "nina");
        var file = await desk.UploadAsync("", "replaced.csv", "old;file"u8.ToArray());
        Task<Cms.Result<MediaItem>> ReplaceAsync(string text) => portal.AsAsync("nina", s => s.GetRequiredService<ReplaceMedia>().RunAsync(new(file.Id, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "new.csv"), Cancel));
        var stage = portal.Services.GetRequiredService<DataFolder>().Folder(MediaStore.StageFolder);
        string[] Staged() => Directory.Exists(stage) ? Directory.GetFiles(stage) : [];

        // The row of the audit trail that belongs to it cannot be written.
        await portal.ReadAsync(async db => await RefuseAuditAsync(db, refuse: true));
        await Should.ThrowAsync<DbUpdateException>(() => ReplaceAsync("new;file"));
        await portal.ReadAsync(async db => await RefuseAuditAsync(db, refuse: false));
        (await portal.Client.TextAsync("/media/" + file.Path)).ShouldBe("old;file");
        (await desk.ItemAsync(file.Id)).Version.ShouldBe(file.Version);
        Staged().ShouldBeEmpty();

        (await ReplaceAsync("new;file")).Problem.ShouldBeNull();
        (await portal.Client.TextAsync("/media/" + file.Path)).ShouldBe("new;file");
        Staged().ShouldBeEmpty();

        // Between the commit and the move the process ended; and another time before the commit.
        var committed = (await desk.ItemAsync(file.Id)).Version;
        await File.WriteAllTextAsync(Path.Combine(stage, $"{file.Id}~{committed}"), "from the stage", Cancel);
        await File.WriteAllTextAsync(Path.Combine(stage, $"{file.Id}~0123"), "never counted", Cancel);
        foreach (var left in Staged()) File.SetLastWriteTimeUtc(left, portal.Clock.GetUtcNow().UtcDateTime.AddHours(-1));
        await portal.RunJobAsync<SettleReplacements>();
        (await portal.Client.TextAsync("/media/" + file.Path)).ShouldBe("from the stage");
        Staged().ShouldBeEmpty();
    }

    async Task<int> RefuseAuditAsync(PortalDb db, bool refuse) => await db.Database.ExecuteSqlRawAsync((database, refuse) switch
    {
        (DatabaseKind.Sqlite, true) => "CREATE TRIGGER refused BEFORE INSERT ON AuditTrailEvent BEGIN SELECT RAISE(ABORT, 'refused'); END",
        (DatabaseKind.Sqlite, false) => "DROP TRIGGER refused",
        (_, true) => """ALTER TABLE "AuditTrailEvent" ADD CONSTRAINT refused CHECK ("Name" <> 'Replaced') NOT VALID""",
        _ => """ALTER TABLE "AuditTrailEvent" DROP CONSTRAINT refused""",
    }, Cancel);

    [Fact]
    public async Task A_folder_is_renamed_and_moved_and_no_address_changes()
    {
        var desk = await MediaDesk.OfAsync(portal, "nina");
        using (var made = await desk.PressAsync("/admin/media/folders", new() { ["name"] = "Debatet 2026", ["parent"] = "" })) made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var twice = await desk.PressAsync("/admin/media/folders", new() { ["name"] = "Debatet 2026", ["parent"] = "" })) (await portal.PageAsync(twice.Headers.Location!.ToString(), desk.Browser)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("already");
        var folder = await portal.ReadAsync(db => db.MediaFolders.AsNoTracking().SingleAsync(f => f.Name == "Debatet 2026", Cancel));
        var file = await desk.UploadAsync(folder.Id, "minutes.txt", "text"u8.ToArray());
        file.Path.ShouldBe("debatet-2026/minutes.txt");
        var demo = await portal.ReadAsync(db => db.MediaFolders.AsNoTracking().SingleAsync(f => f.Path == "demo", Cancel));
        using (var moved = await desk.PressAsync($"/admin/media/folders/{folder.Id}", new() { ["name"] = "Old debates", ["parent"] = demo.Id })) moved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.TextAsync("/media/debatet-2026/minutes.txt")).ShouldBe("text");
        (await portal.PageAsync($"/admin/media?folder={folder.Id}", desk.Browser)).QuerySelectorAll(".breadcrumbs a").Select(a => a.TextContent).ShouldBe(["Library", "demo"]);
        using (var circle = await desk.PressAsync($"/admin/media/folders/{demo.Id}", new() { ["name"] = "demo", ["parent"] = folder.Id })) (await portal.PageAsync(circle.Headers.Location!.ToString(), desk.Browser)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("into itself");
        using (var full = await desk.PressAsync($"/admin/media/folders/{folder.Id}/remove", new() { ["parent"] = "" })) (await portal.PageAsync(full.Headers.Location!.ToString(), desk.Browser)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("empty folder");
    }

    [Fact]
    public async Task A_file_that_is_replaced_keeps_its_address_and_pages_show_the_new_one_at_once()
    {
        MediaDesk.NeedsPrograms("vipsthumbnail", "vips");
        var desk = await MediaDesk.OfAsync(portal, "nina");
        var file = await desk.UploadAsync("", "bridge.jpg", await Pictures.PhotographAsync(700, 400));
        using (var said = await desk.PressAsync($"/admin/media/{file.Id}", new() { ["stamp"] = file.Stamp.ToString(), ["title"] = "Bridge", ["alt-en"] = "A bridge", ["alt-sr"] = "Мост", ["alt-sq"] = "Një urë", ["alt-bs"] = "Most", ["focusX"] = "50", ["focusY"] = "50" })) said.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        const string item = "analysis-small-arms-en";
        await portal.EditAsync(item, c => c["MarkdownBodyPart"]!["Markdown"] += $"\n\n![](/media/{file.Path})");
        await portal.PublishAsync(item);
        var path = "/en/" + (await portal.ItemAsync(item)).PublishedPath;
        var before = (await portal.PageAsync(path)).QuerySelector("img[alt='A bridge']").ShouldNotBeNull();
        before.GetAttribute("width").ShouldBe("700");

        using (var other = await desk.PostAsync($"/admin/media/{file.Id}/replace", "file", [("x.txt", "x"u8.ToArray())], [])) other.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using (var replaced = await desk.PostAsync($"/admin/media/{file.Id}/replace", "file", [("other.jpg", await Pictures.PhotographAsync(900, 500))], [])) replaced.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = (await portal.PageAsync(path)).QuerySelector("img[alt='A bridge']").ShouldNotBeNull();
        (after.GetAttribute("width"), after.GetAttribute("src")).ShouldNotBe((before.GetAttribute("width"), before.GetAttribute("src")));
        after.GetAttribute("width").ShouldBe("900");
        // A page that somebody has open still finds its picture.
        using var old = await portal.Client.AskAsync(before.GetAttribute("src")!);
        old.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        old.Headers.Location!.ToString().ShouldContain((await desk.ItemAsync(file.Id)).Version);
    }

    [Fact]
    public async Task A_picture_that_nobody_described_does_not_become_public()
    {
        MediaDesk.NeedsPrograms("vipsthumbnail", "vips");
        var desk = await MediaDesk.OfAsync(portal, "nina");
        var file = await desk.UploadAsync("", "undescribed.jpg", await Pictures.PhotographAsync(100, 100));
        const string item = "page-moderation-rules-en";
        await portal.EditAsync(item, c => c["MarkdownBodyPart"]!["Markdown"] += $"\n\n![](/media/{file.Path})");
        (await portal.PageAsync("/admin/media?show=undescribed&folder=", desk.Browser)).QuerySelectorAll(".media-card .name").Select(n => n.TextContent).ShouldContain("undescribed");
        var refused = await portal.AsSystemAsync(s => s.GetRequiredService<Cms.Content.Actions.PublishContentItem>().RunAsync(item, Cancel));
        refused.Problem!.Errors.Single().Field.ShouldBe("MarkdownBodyPart.Markdown");
        // A picture is not decoration by accident: somebody says so.
        using (var said = await desk.PressAsync($"/admin/media/{file.Id}", new() { ["stamp"] = file.Stamp.ToString(), ["title"] = "x", ["decorative"] = "true", ["focusX"] = "10", ["focusY"] = "90" })) said.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await portal.PageAsync("/admin/media", desk.Browser);
        await portal.PublishAsync(item);
    }

    [Fact]
    public async Task What_was_typed_stays_when_it_is_refused_and_two_editors_do_not_overwrite_each_other()
    {
        var desk = await MediaDesk.OfAsync(portal, "nina");
        var file = await portal.ReadAsync(db => db.MediaItems.AsNoTracking().SingleAsync(i => i.Path == "demo/pattern-dog.svg", Cancel));
        using (var wrong = await desk.PressAsync($"/admin/media/{file.Id}", new() { ["stamp"] = file.Stamp.ToString(), ["title"] = "", ["alt-sq"] = "Një qen", ["focusX"] = "50", ["focusY"] = "50" }))
        {
            wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await TestPortal.ParseAsync(wrong)).QuerySelector("#alt-sq")!.TextContent.ShouldBe("Një qen");
        }

        using (var stale = await desk.PressAsync($"/admin/media/{file.Id}", new() { ["stamp"] = Guid.NewGuid().ToString(), ["title"] = "Dog", ["focusX"] = "50", ["focusY"] = "50" })) stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_page_of_the_library_costs_the_same_whatever_is_in_it_and_pages_follow_one_another()
    {
        await using var many = await TestPortal.StartAsync(database: database);
        using var browser = await many.SignedInAsync("nina");
        var few = await many.CostAsync("/admin/media?kind=Sound&folder=", browser);
        await many.ReadAsync(async db =>
        {
            for (var i = 0; i < 130; i++)
            {
                var item = new MediaItem { Id = $"many-{i:D21}", Path = $"many/{i}.mp3", Title = $"Radio {i}", ContentType = "audio/mpeg", Version = "00", CreatedUtc = many.Clock.GetUtcNow().UtcDateTime.AddSeconds(i / 10), ModifiedUtc = many.Clock.GetUtcNow().UtcDateTime };
                item.Derive();
                db.Add(item);
            }

            return await db.SaveChangesAsync(Cancel);
        });
        (await many.CostAsync("/admin/media?kind=Sound&folder=", browser)).ShouldBe(few);
        List<string> seen = [];
        for (var next = "/admin/media?kind=Sound&folder="; next is not null;)
        {
            var page = await many.PageAsync(next, browser);
            seen.AddRange(page.QuerySelectorAll(".media-card .name").Select(n => n.TextContent));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        seen.Count.ShouldBe(130);
        seen.Distinct(StringComparer.Ordinal).Count().ShouldBe(130);
        (await many.PageAsync("/admin/media?q=" + Uri.EscapeDataString("радио 129") + "&folder=", browser)).QuerySelectorAll(".media-card .name").Select(n => n.TextContent).ShouldBe(["Radio 129"]);
    }

    [Fact]
    public async Task What_somebody_copies_into_the_folder_is_found_and_what_lies_long_in_the_bin_goes()
    {
        await using var own = await TestPortal.StartAsync(database: database);
        Directory.CreateDirectory(Path.Combine(own.Folder, "media", "by-hand"));
        await File.WriteAllTextAsync(Path.Combine(own.Folder, "media", "by-hand", "notes.txt"), "x", Cancel);
        await own.RunJobAsync<TakeInStrays>();
        var item = await own.ReadAsync(db => db.MediaItems.AsNoTracking().SingleAsync(i => i.Path == "by-hand/notes.txt", Cancel));
        (await own.AsSystemAsync(s => s.GetRequiredService<DeleteMedia>().RunAsync(item.Id, Cancel))).Problem.ShouldBeNull();
        own.Clock.Advance(EmptyMediaBin.Kept - TimeSpan.FromMinutes(1));
        await own.RunJobAsync<EmptyMediaBin>();
        File.Exists(Path.Combine(own.Folder, "media-bin", item.Id)).ShouldBeTrue();
        own.Clock.Advance(TimeSpan.FromMinutes(2));
        await own.RunJobAsync<EmptyMediaBin>();
        File.Exists(Path.Combine(own.Folder, "media-bin", item.Id)).ShouldBeFalse();
        (await own.ReadAsync(db => db.MediaItems.AnyAsync(i => i.Id == item.Id, Cancel))).ShouldBeFalse();
    }

    Task<IReadOnlyList<MediaUse>> UsesAsync(MediaItem file) => portal.AsSystemAsync(s => s.GetRequiredService<MediaUsageList>().OfAsync(file.Path, Cms.Localization.Culture.En, Cancel));

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}

public sealed class LibraryTestsOnSqlite(SharedPortal shared) : LibraryTests(shared.Portal, DatabaseKind.Sqlite), IClassFixture<SharedPortal>;

public sealed class LibraryTestsOnPostgres(SharedPostgresPortal shared) : LibraryTests(shared.Portal, DatabaseKind.Postgres), IClassFixture<SharedPostgresPortal>;
