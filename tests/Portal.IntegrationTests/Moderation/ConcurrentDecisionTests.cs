using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;
using Portal.Moderation.Models;

namespace Portal.IntegrationTests.Moderation;

public abstract class ConcurrentDecisionTests(TestPortal portal)
{
    [Fact]
    public async Task Of_two_programs_that_decide_at_once_exactly_one_succeeds()
    {
        await new ApiGuest(portal).ReceiptAsync("Decided on twice through the API.");
        var (arta, mira) = (await Moderator.Async(portal), await Moderator.Async(portal, "mira"));
        var item = await arta.FindAsync("Decided on twice through the API.");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var answer = await (i % 2 == 0 ? arta : mira).SendAsync(item, i % 2 == 0 ? "publish" : "decline", i % 2 == 0 ? null : "spam");
            return answer.StatusCode;
        }));

        answers.Count(a => a == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a == HttpStatusCode.Conflict).ShouldBe(7);
        (await DecisionsAsync((string)item["submissionId"]!)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_moderators_at_their_browsers_who_decide_at_once_exactly_one_succeeds()
    {
        await new ApiGuest(portal).ReceiptAsync("Decided on twice by hand.");
        var id = (string)(await (await Moderator.Async(portal)).FindAsync("Decided on twice by hand."))["submissionId"]!;
        var browsers = new[] { await portal.SignedInAsync("arta"), await portal.SignedInAsync("mira") };
        var forms = new List<(HttpClient, Form)>();
        foreach (var browser in browsers)
        {
            var page = await portal.PageAsync($"/admin/moderation/{id}", browser);
            forms.Add((browser, new() { ["version"] = "1", ["decision"] = "publish", ["__RequestVerificationToken"] = page.TokenOf() }));
        }

        await Task.WhenAll(forms.Select(async f => (await f.Item1.PostFormAsync($"/admin/moderation/{id}", f.Item2)).Dispose()));

        (await DecisionsAsync(id)).ShouldBe(1);
        (await portal.ReadAsync(db => db.SubmissionEvents.CountAsync(e => e.SubmissionId == id && e.Kind == "decided", TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task A_moderator_who_comes_too_late_is_told_so()
    {
        await new ApiGuest(portal).ReceiptAsync("Somebody is faster.");
        var late = await portal.SignedInAsync("mira");
        var id = (string)(await (await Moderator.Async(portal)).FindAsync("Somebody is faster."))["submissionId"]!;
        var page = await portal.PageAsync($"/admin/moderation/{id}", late);
        // Their claim ends meanwhile.
        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        await (await Moderator.Async(portal)).DecideAsync("Somebody is faster.", "publish");

        using var answer = await late.PostFormAsync($"/admin/moderation/{id}", new Form { ["version"] = "1", ["decision"] = "publish", ["__RequestVerificationToken"] = page.TokenOf() });

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.PageAsync("/admin/moderation", late)).QuerySelector("[role=status]")!.TextContent.ShouldContain("somebody has decided");
    }

    [Fact]
    public async Task A_decision_on_another_version_than_the_newest_is_a_conflict()
    {
        await new ApiGuest(portal).ReceiptAsync("Only the first version exists.");
        var arta = await Moderator.Async(portal);
        using var answer = await arta.SendAsync(await arta.FindAsync("Only the first version exists."), "publish", version: 2);
        await Asking.ProblemAsync(answer, HttpStatusCode.Conflict);
        await arta.FindAsync("Only the first version exists.");
    }

    Task<int> DecisionsAsync(string id) => portal.ReadAsync(db => db.SubmissionDecisions.CountAsync(d => d.SubmissionId == id, TestContext.Current.CancellationToken));
}

public sealed class ConcurrentDecisionTestsOnSqlite(SharedPortal shared) : ConcurrentDecisionTests(shared.Portal), IClassFixture<SharedPortal>;

public sealed class ConcurrentDecisionTestsOnPostgres(SharedPostgresPortal shared) : ConcurrentDecisionTests(shared.Portal), IClassFixture<SharedPostgresPortal>;
