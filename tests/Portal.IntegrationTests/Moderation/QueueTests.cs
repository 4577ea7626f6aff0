using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;
using Portal.IntegrationTests.TransparencyLog;
using Portal.Moderation;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.IntegrationTests.Moderation;

/// <summary>The queue as moderators work with it at a browser.</summary>
public sealed class QueueTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;
    readonly ModerationDesk desk = new(shared.Portal);

    [Fact]
    public async Task Filters_narrow_the_queue_and_pages_follow_one_another_without_gap()
    {
        for (var i = 0; i < 30; i++) await desk.ReceiveAsync($"Paged, number {i}.", ("culture", "bs"));
        var arta = await portal.SignedInAsync("arta");
        var seen = new List<string>();
        var address = "/admin/moderation?language=bs";
        while (address is not null)
        {
            var page = await portal.PageAsync(address, arta);
            seen.AddRange(page.QuerySelectorAll(".queue-item .open").Select(a => a.GetAttribute("href")!));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        seen.Count.ShouldBe(seen.Distinct(StringComparer.Ordinal).Count());
        seen.Count.ShouldBe(await portal.ReadAsync(db => db.Submissions.CountAsync(s => s.WaitsSinceUtc != null && s.Culture == "bs", TestContext.Current.CancellationToken)));
        (await portal.PageAsync("/admin/moderation?state=appealed&language=sq&hours=5000&withLink=true", arta)).QuerySelector(".empty").ShouldNotBeNull();
    }

    [Fact]
    public async Task With_a_link_and_reported_are_found()
    {
        var arta = await portal.SignedInAsync("arta");
        var link = await desk.ReceiveAsync("See https://example.org/paper about it.");
        var reported = await desk.ReceiveAsync("Reported in the queue.");
        await desk.DecidedAsync("mira", reported, Step.Publish);
        await desk.ReportAsync(reported, "off-topic");
        (await HrefsAsync("/admin/moderation?withLink=true", arta)).ShouldBe([$"/admin/moderation/{link}"]);
        (await HrefsAsync("/admin/moderation?reported=true", arta)).ShouldBe([$"/admin/moderation/{reported}"]);
    }

    [Fact]
    public async Task An_appeal_that_waits_longer_than_the_site_promises_is_called_overdue()
    {
        await using var own = await TestPortal.StartAsync();
        var ownDesk = new ModerationDesk(own);
        var id = await ownDesk.ReceiveAsync("Appealed a week ago.");
        await ownDesk.DecidedAsync("mira", id, Step.Decline, "off-topic");
        await ownDesk.AppealAsync(id);
        var row = $".queue-item:has(a[href='/admin/moderation/{id}'])";

        own.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        (await own.PageAsync("/admin/moderation?state=appealed", await own.SignedInAsync("arta"))).QuerySelector(row)!.TextContent.ShouldNotContain("Overdue");
        own.Clock.Advance(TimeSpan.FromMinutes(2));
        (await own.PageAsync("/admin/moderation?state=appealed", await own.SignedInAsync("arta"))).QuerySelector(row)!.TextContent.ShouldContain("Overdue");
    }

    [Fact]
    public async Task One_decision_for_several_rows_tells_the_outcome_of_each()
    {
        var (first, second) = (await desk.ReceiveAsync("Bulk, one."), await desk.ReceiveAsync("Bulk, two."));
        await desk.DecidedAsync("mira", second, Step.Publish);
        var arta = await portal.SignedInAsync("arta");
        var token = (await portal.PageAsync("/admin/moderation", arta)).TokenOf();
        using var answer = await arta.PostFormAsync("/admin/moderation/decide",
            [KeyValuePair.Create("rows", $"{first}:1"), KeyValuePair.Create("rows", $"{second}:1"), KeyValuePair.Create("decision", "decline"), KeyValuePair.Create("reason", "spam"), KeyValuePair.Create("__RequestVerificationToken", token)]);
        var rows = (await TestPortal.ParseAsync(answer)).QuerySelectorAll(".bulk-outcome li");
        rows.Length.ShouldBe(2);
        rows[0].QuerySelector(".saved").ShouldNotBeNull();
        rows[1].TextContent.ShouldContain("Somebody else has decided");
        (await desk.StateAsync(first)).ShouldBe(SubmissionState.Declined);
        (await desk.StateAsync(second)).ShouldBe(SubmissionState.Published);
    }

    [Fact]
    public async Task Whoever_opens_a_submission_keeps_it_from_others_who_see_who_reads_it()
    {
        var id = await desk.ReceiveAsync("Opened by arta.");
        var (arta, mira) = (await portal.SignedInAsync("arta"), await portal.SignedInAsync("mira"));
        (await portal.PageAsync($"/admin/moderation/{id}", arta)).QuerySelector("#decide").ShouldNotBeNull();
        var other = await portal.PageAsync($"/admin/moderation/{id}", mira);
        other.QuerySelector("#decide").ShouldBeNull();
        other.QuerySelector("[role=status]")!.TextContent.ShouldContain("arta is reading");

        using var released = await arta.PostFormAsync($"/admin/moderation/{id}/release", new Form { ["__RequestVerificationToken"] = (await portal.PageAsync($"/admin/moderation/{id}", arta)).TokenOf() });
        (await portal.PageAsync($"/admin/moderation/{id}", mira)).QuerySelector("#decide").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_preview_shows_what_the_public_will_see_and_decides_nothing()
    {
        var id = await desk.ReceiveAsync("Preview of Somebody here.");
        var arta = await portal.SignedInAsync("arta");
        var token = (await portal.PageAsync($"/admin/moderation/{id}", arta)).TokenOf();
        using var answer = await arta.PostFormAsync($"/admin/moderation/{id}", new Form { ["version"] = "1", ["decision"] = "redact", ["reason"] = "names-a-person", ["spans"] = "11,8", ["then"] = "preview", ["__RequestVerificationToken"] = token });
        var preview = (await TestPortal.ParseAsync(answer)).QuerySelector("#preview")!;
        preview.TextContent.ShouldContain("Preview of");
        preview.TextContent.ShouldNotContain("Somebody");
        preview.TextContent.ShouldContain("It names a private person");
        (await desk.StateAsync(id)).ShouldBe(SubmissionState.Queued);
    }

    [Fact]
    public async Task The_page_of_the_queue_costs_as_many_commands_however_many_wait()
    {
        var arta = await portal.SignedInAsync("arta");
        await desk.ReceiveAsync("The first of many that cost nothing.");
        var before = await portal.CostAsync("/admin/moderation", arta);
        for (var i = 0; i < 40; i++) await desk.ReceiveAsync($"One of many that cost nothing, {i}.");
        (await portal.CostAsync("/admin/moderation", arta)).ShouldBe(before);
    }

    [Fact]
    public async Task A_queue_that_waits_too_long_tells_everybody_who_moderates_in_their_language_once_in_the_time_that_the_site_sets()
    {
        await using var own = await TestPortal.StartAsync();
        await own.ReadAsync(async db =>
        {
            (await db.Settings.SingleAsync(s => s.Name == "LocalizationSettings", TestContext.Current.CancellationToken)).Json = """{"DefaultCulture":"sq"}""";
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var arta = await own.SignedInAsync("arta");
        await own.TamperAsync("UPDATE \"AspNetUsers\" SET \"Culture\" = 'bs' WHERE \"UserName\" = 'mira'");
        // The demo content brings comments that have waited for days.
        await own.RunJobAsync<AlertWhenQueueWaits>();
        (await MailsAsync(own)).ShouldBe(3);
        await own.RunJobAsync<AlertWhenQueueWaits>();
        own.Clock.Advance(TimeSpan.FromHours(4) - TimeSpan.FromMinutes(1));
        await own.RunJobAsync<AlertWhenQueueWaits>();
        (await MailsAsync(own)).ShouldBe(3);
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        await own.RunJobAsync<AlertWhenQueueWaits>();
        (await MailsAsync(own)).ShouldBe(6);
        var mails = await new Mailbox(own).ReadAsync();
        mails.Where(m => m.Contains("To: <mira@", StringComparison.Ordinal)).ShouldAllBe(m => m.Contains("Content-Language: bs", StringComparison.Ordinal) && m.Contains("čeka", StringComparison.Ordinal));
        mails.Where(m => m.Contains("To: <arta@", StringComparison.Ordinal)).ShouldAllBe(m => m.Contains("Content-Language: sq", StringComparison.Ordinal), "who chose no language is written to in that of the site");

        // Who moderates no more is told nothing and left nothing.
        await own.TamperAsync("UPDATE \"AspNetUsers\" SET \"ClosedUtc\" = '2026-01-01 00:00:00' WHERE \"UserName\" = 'mira'");
        own.Clock.Advance(TimeSpan.FromHours(4));
        await own.RunJobAsync<AlertWhenQueueWaits>();
        (await MailsAsync(own)).ShouldBe(2);
        var first = (await own.PageAsync("/admin/moderation", arta)).QuerySelector(".queue-item .open")!.GetAttribute("href")!;
        (await own.PageAsync(first, arta)).QuerySelectorAll("select[name=to] option").ShouldNotContain(o => o.TextContent.Contains("mira", StringComparison.Ordinal));
        (await own.PageAsync("/admin", arta)).QuerySelector(".queue-alarm").ShouldNotBeNull();

        var ownDesk = new ModerationDesk(own);
        await own.TamperAsync("UPDATE \"AspNetUsers\" SET \"ClosedUtc\" = NULL");
        own.Clock.Advance(TimeSpan.FromHours(5));
        foreach (var id in await own.ReadAsync(db => db.Submissions.Where(s => s.WaitsSinceUtc != null).Select(s => s.Id).ToListAsync(TestContext.Current.CancellationToken))) await ownDesk.DecidedAsync("mira", id, Step.Publish);
        await own.RunJobAsync<AlertWhenQueueWaits>();
        (await MailsAsync(own)).ShouldBe(2);
        (await own.PageAsync("/admin", await own.SignedInAsync("arta"))).QuerySelector(".queue-alarm").ShouldBeNull();
    }

    [Fact]
    public async Task A_moderator_sees_what_they_decided_and_an_administrator_what_everybody_did()
    {
        await using var own = await TestPortal.StartAsync();
        var ownDesk = new ModerationDesk(own);
        var (ids, together) = (new List<string>(), Together(await RowsAsync("admin")));
        for (var i = 0; i < 4; i++) ids.Add(await ownDesk.ReceiveAsync($"Counted among the decisions, {i}."));
        own.Clock.Advance(TimeSpan.FromMinutes(30));
        await ownDesk.DecidedAsync("arta", ids[0], Step.Publish);
        await ownDesk.DecidedAsync("arta", ids[1], Step.Redact, "personal-data", null, null, new TextSpan(0, 7));
        await ownDesk.DecidedAsync("arta", ids[2], Step.Decline, "insult");
        await ownDesk.AppealAsync(ids[2]);
        await ownDesk.DecidedAsync("mira", ids[2], Step.Reverse);
        await ownDesk.DecidedAsync("mira", ids[3], Step.Merge, mergeInto: ids[0]);
        await own.TamperAsync("DELETE FROM \"AspNetUserRoles\" WHERE \"UserId\" = (SELECT \"Id\" FROM \"AspNetUsers\" WHERE \"UserName\" = 'mira')");

        (await RowsAsync("arta")).ShouldBe(["arta 3 1 1 1 0 30 minutes 1 1"]);
        var all = await RowsAsync("admin");
        all.ShouldContain("arta 3 1 1 1 0 30 minutes 1 1");
        // Who moderates no more keeps their name beside what they decided; a reversal publishes.
        all.ShouldContain(r => r.StartsWith("mira 2 1 0 0 1", StringComparison.Ordinal));
        Together(all).ShouldBe(together + 5);

        static int Together(List<string> rows) => int.Parse(rows.Single(r => r.StartsWith("All together", StringComparison.Ordinal)).Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
        async Task<List<string>> RowsAsync(string user) => [.. (await own.PageAsync("/admin/moderation/statistics?days=7", await own.SignedInAsync(user))).QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim())))];
    }

    static Task<int> MailsAsync(TestPortal of) => of.ReadAsync(db => db.Outbox.CountAsync(TestContext.Current.CancellationToken));

    async Task<IEnumerable<string>> HrefsAsync(string address, HttpClient browser) => (await portal.PageAsync(address, browser)).QuerySelectorAll(".queue-item .open").Select(a => a.GetAttribute("href")!);
}
