using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.AuditTrail;
using Portal.AuditTrail.Actions;
using Portal.Cms.Content.Actions;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Contents;

/// <summary>The trail of who changed what, on both databases.</summary>
public abstract class AuditTrailTests(TestPortal portal)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE \"AuditTrailEvent\" SET \"Name\" = 'Nothing'")]
    [InlineData("UPDATE \"AuditTrailEvent\" SET \"UserName\" = 'somebody else'")]
    [InlineData("DELETE FROM \"AuditTrailEvent\"")]
    [InlineData("DELETE FROM \"AuditTrailEvent\" WHERE \"Id\" = (SELECT MAX(\"Id\") FROM \"AuditTrailEvent\")")]
    public async Task The_database_lets_nobody_change_or_delete_an_entry(string command)
    {
        var before = await CountAsync();
        before.ShouldBeGreaterThan(0);
        (await Should.ThrowAsync<DbException>(() => portal.ReadAsync(db => db.Database.ExecuteSqlRawAsync(command, Cancel)))).Message.ShouldContain("only ever added");
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_name_can_be_erased_and_nothing_else_of_an_entry()
    {
        var id = await portal.ReadAsync(db => db.AuditTrail.Where(e => e.UserName != null).Select(e => e.Id).FirstAsync(Cancel));
        await portal.ReadAsync(db => db.AuditTrail.Where(e => e.Id == id).ExecuteUpdateAsync(e => e.SetProperty(x => x.UserName, (string?)null), Cancel));
        (await portal.ReadAsync(db => db.AuditTrail.AsNoTracking().SingleAsync(e => e.Id == id, Cancel))).UserName.ShouldBeNull();
    }

    [Fact]
    public async Task An_entry_is_found_by_item_person_kind_and_time_and_leads_to_what_changed()
    {
        var id = (await portal.AsAsync("nina", s => s.GetRequiredService<CreateContentItem>().RunAsync(new("Article", "en", Editing.Text("Followed closely")), Cancel))).Value.ContentItemId;
        await portal.PublishAsync(id);
        await portal.AsAsync("tara", s => Editing.SaveAsync(s, id, d => d["TitlePart"]!["Title"] = "Followed more closely"));
        var admin = await portal.SignedInAsync("admin");

        var page = await portal.PageAsync($"/admin/audit?item={id}", admin);
        page.QuerySelectorAll(".list-row").Length.ShouldBe(3);
        var saved = page.QuerySelectorAll(".list-row")[0];
        saved.TextContent.ShouldContain("tara");
        saved.TextContent.ShouldContain("Followed more closely");
        var changes = await portal.PageAsync(saved.QuerySelectorAll("a").Single(a => a.TextContent == "What changed").GetAttribute("href")!, admin);
        changes.QuerySelector(".version-field ins")!.TextContent.ShouldContain("more");

        (await portal.PageAsync($"/admin/audit?item={id}&person=nina", admin)).QuerySelectorAll(".list-row").Length.ShouldBe(1);
        (await portal.PageAsync($"/admin/audit?item={id}&kind=Role", admin)).QuerySelectorAll(".list-row").ShouldBeEmpty();
        (await portal.PageAsync($"/admin/audit?item={id}&to=2020-01-01", admin)).QuerySelectorAll(".list-row").ShouldBeEmpty();
        (await portal.PageAsync($"/admin/content/{id}", admin)).QuerySelector(".editor-aside")!.TextContent.ShouldContain("What was done lately");
    }

    [Fact]
    public async Task People_are_named_and_found_by_a_part_of_their_name_and_a_deleted_account_is_said_to_be_one()
    {
        const string Name = "Здравка Ђерић";
        var tara = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "tara").Select(u => u.Id).SingleAsync(Cancel));
        await portal.ReadAsync(db => db.Users.Where(u => u.Id == tara).ExecuteUpdateAsync(u => u.SetProperty(x => x.DisplayName, Name), Cancel));
        var id = (await portal.AsAsync("tara", s => s.GetRequiredService<CreateContentItem>().RunAsync(new("Article", "en", Editing.Text("By somebody with a name")), Cancel))).Value.ContentItemId;
        await portal.ReadAsync(db =>
        {
            foreach (var subject in new[] { tara, "nobody-any-more" }) db.AuditTrail.Add(new() { Category = "User", Name = "RolesChanged", SubjectId = subject, CreatedUtc = portal.Clock.GetUtcNow().UtcDateTime });
            return db.SaveChangesAsync(Cancel);
        });
        using var admin = await portal.SignedInAsync("admin");

        foreach (var sought in new[] { "djer", "Ђерић", "zdravka", "tara", "Tar" })
        {
            var row = (await portal.PageAsync($"/admin/audit?item={id}&person={Uri.EscapeDataString(sought)}", admin)).QuerySelectorAll(".list-row").ShouldHaveSingleItem(sought);
            row.QuerySelector("a[href*='person=tara']")!.TextContent.ShouldBe(Name);
        }

        (await portal.PageAsync($"/admin/audit?item={id}&person=somebody+else", admin)).QuerySelectorAll(".list-row").ShouldBeEmpty();
        (await admin.TextAsync($"/admin/audit/export.csv?item={id}&person=djeric")).ShouldContain(id);
        (await portal.PageAsync($"/admin/audit?item={tara}", admin)).QuerySelector(".list-row th .open")!.TextContent.ShouldBe(Name);
        (await portal.PageAsync("/admin/audit?item=nobody-any-more", admin)).QuerySelector(".list-row th .open")!.TextContent.ShouldBe("a deleted account");
    }

    [Fact]
    public async Task A_setting_says_what_it_said_before_and_the_pages_of_the_trail_leave_nothing_out()
    {
        (await portal.AsAsync("admin", s => s.GetRequiredService<SaveRetention>().RunAsync(400, Cancel))).Problem.ShouldBeNull();
        (await portal.AsAsync("admin", s => s.GetRequiredService<SaveRetention>().RunAsync(500, Cancel))).Problem.ShouldBeNull();
        var admin = await portal.SignedInAsync("admin");
        var changed = (await portal.PageAsync($"/admin/audit?item={Retention.Setting}", admin)).QuerySelector(".audit-values")!;
        changed.QuerySelector("del")!.TextContent.ShouldContain("400");
        changed.QuerySelector("ins")!.TextContent.ShouldContain("500");

        var rows = 0;
        for (string? next = "/admin/audit?kind=Content"; next is not null;)
        {
            var page = await portal.PageAsync(next, admin);
            rows += page.QuerySelectorAll(".list-row").Length;
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        rows.ShouldBe(await portal.ReadAsync(db => db.AuditTrail.CountAsync(e => e.Category == "Content", Cancel)));
        var csv = await admin.TextAsync("/admin/audit/export.csv?kind=Content");
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(rows + 1);
    }

    [Fact]
    public async Task Only_those_with_the_permission_read_it()
    {
        foreach (var user in new[] { "nina", "fiq", "arta" })
        {
            var browser = await portal.SignedInAsync(user);
            foreach (var path in new[] { "/admin/audit", "/admin/audit/export.csv", "/admin/audit/settings" })
            {
                using var answer = await browser.AskAsync(path);
                answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{user} {path}");
            }
        }
    }

    [Fact]
    public async Task Old_entries_go_when_the_site_says_so_all_of_them_and_the_trail_says_it()
    {
        var last = await portal.ReadAsync(db => db.AuditTrail.MaxAsync(e => e.Id, Cancel));
        await portal.RunJobAsync<TrimAuditTrail>();
        (await portal.ReadAsync(db => db.AuditTrail.AnyAsync(e => e.Id == last, Cancel))).ShouldBeTrue("without a setting everything is kept");

        (await portal.AsAsync("admin", s => s.GetRequiredService<SaveRetention>().RunAsync(29, Cancel))).Problem!.Errors.Single().Field.ShouldBe("days");
        (await portal.AsAsync("admin", s => s.GetRequiredService<SaveRetention>().RunAsync(30, Cancel))).Problem.ShouldBeNull();
        portal.Clock.Advance(TimeSpan.FromDays(32));
        await portal.RunJobAsync<TrimAuditTrail>();
        var left = await portal.ReadAsync(db => db.AuditTrail.AsNoTracking().OrderBy(e => e.Id).ToListAsync(Cancel));
        left.Where(e => e.Id <= last).ShouldBeEmpty();
        left.Single(e => e.Category == "AuditTrail").Name.ShouldBe("Trimmed");
        // The way is not open for younger ones.
        await Should.ThrowAsync<DbException>(() => portal.ReadAsync(db => db.AuditTrail.ExecuteDeleteAsync(Cancel)));
    }

    Task<int> CountAsync() => portal.ReadAsync(db => db.AuditTrail.CountAsync(Cancel));
}

public sealed class AuditTrailTestsOnSqlite(SharedPortal shared) : AuditTrailTests(shared.Portal), IClassFixture<SharedPortal>;

public sealed class AuditTrailTestsOnPostgres(SharedPostgresPortal shared) : AuditTrailTests(shared.Portal), IClassFixture<SharedPostgresPortal>;
