using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;
using Portal.Moderation.Models;

namespace Portal.IntegrationTests.Moderation;

public abstract class ManyDecisionsTests(TestPortal portal)
{
    [Fact]
    public async Task Of_two_hundred_decisions_at_once_on_fifty_submissions_exactly_fifty_stand()
    {
        for (var i = 0; i < 50; i++) await new ApiGuest(portal).ReceiptAsync($"One of fifty, number {i}.");
        var moderators = new[] { await Moderator.Async(portal), await Moderator.Async(portal, "mira") };
        var queue = await moderators[0].Program.ObjectAsync("/api/v1/moderation/queue?pageSize=100");
        var items = queue["items"]!.AsArray().Where(i => ((string)i!["body"]!).StartsWith("One of fifty", StringComparison.Ordinal)).ToList();
        items.Count.ShouldBe(50);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            using var answer = await moderators[i % 2].SendAsync(items[i % 50]!, i % 4 < 2 ? "publish" : "decline", i % 4 < 2 ? null : "off-topic");
            return answer.StatusCode;
        }));

        answers.Count(a => a == HttpStatusCode.OK).ShouldBe(50);
        answers.Count(a => a == HttpStatusCode.Conflict).ShouldBe(150);
        var ids = items.Select(i => (string)i!["submissionId"]!).ToList();
        (await portal.ReadAsync(db => db.SubmissionDecisions.CountAsync(d => ids.Contains(d.SubmissionId), TestContext.Current.CancellationToken))).ShouldBe(50);
        (await portal.ReadAsync(db => db.SubmissionEvents.CountAsync(e => ids.Contains(e.SubmissionId) && e.Kind == "decided", TestContext.Current.CancellationToken))).ShouldBe(50);
    }
}

public sealed class ManyDecisionsTestsOnSqlite(SharedPortal shared) : ManyDecisionsTests(shared.Portal), IClassFixture<SharedPortal>;

public sealed class ManyDecisionsTestsOnPostgres(SharedPostgresPortal shared) : ManyDecisionsTests(shared.Portal), IClassFixture<SharedPostgresPortal>;
