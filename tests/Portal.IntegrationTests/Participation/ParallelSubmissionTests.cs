using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.Moderation.Models;
using Portal.Web;

namespace Portal.IntegrationTests.Participation;

public abstract class ParallelSubmissionTests(DatabaseKind database)
{
    [Fact]
    public async Task Two_hundred_comments_sent_at_once_lose_and_double_nothing()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        var before = await portal.ReadAsync(db => db.Submissions.CountAsync(TestContext.Current.CancellationToken));

        var guest = new ApiGuest(portal);
        var api = Enumerable.Range(0, 150).Select(i => guest.ReceiptAsync($"Sent at once by a program, number {i}."));
        var web = Enumerable.Range(0, 50).Select(i => new Participant(portal, "en").ReceiptAsync($"Sent at once by hand, number {i}."));
        var receipts = await Task.WhenAll(api.Concat(web));

        receipts.Distinct(StringComparer.Ordinal).Count().ShouldBe(200);
        var bodies = await portal.ReadAsync(db => db.SubmissionVersions.Where(v => EF.Functions.Like(v.Body, "Sent at once%")).Select(v => v.Body).ToListAsync(TestContext.Current.CancellationToken));
        bodies.Count.ShouldBe(200);
        bodies.Distinct(StringComparer.Ordinal).Count().ShouldBe(200);
        (await portal.ReadAsync(db => db.Submissions.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(before + 200);
        foreach (var receipt in receipts.Where((_, i) => i % 40 == 0))
        {
            using var status = await portal.Client.AskAsync($"/api/v1/receipts/{receipt}");
            status.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task The_same_form_sent_twenty_times_at_once_gives_one_comment_and_the_same_receipt_each_time()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        var guest = new ApiGuest(portal);
        var ticket = await guest.TicketAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var answer = await guest.SendAsync("An impatient click.", ticket);
            return (answer.StatusCode, Receipt: (string?)(await TestPortal.JsonAsync(answer))["receipt"]);
        }));

        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Created);
        answers.Select(a => a.Receipt).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        (await portal.ReadAsync(db => db.SubmissionVersions.CountAsync(v => v.Body == "An impatient click.", TestContext.Current.CancellationToken))).ShouldBe(1);
    }
}

public sealed class ParallelSubmissionTestsOnSqlite() : ParallelSubmissionTests(DatabaseKind.Sqlite);

public sealed class ParallelSubmissionTestsOnPostgres() : ParallelSubmissionTests(DatabaseKind.Postgres);
