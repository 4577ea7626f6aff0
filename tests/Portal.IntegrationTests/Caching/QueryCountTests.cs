using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;
using Portal.Moderation.Models;

namespace Portal.IntegrationTests.Caching;

/// <summary>What a page costs the database does not grow with what it shows.</summary>
public sealed class QueryCountTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    const string OpenPage = "/en/consultations/community-safety-action-plan";

    readonly TestPortal portal = shared.Portal;

    [Theory]
    [InlineData("/en", 13)]
    [InlineData("/en/consultations", 11)]
    [InlineData("/en/analyses", 10)]
    [InlineData("/en/organisations", 7)]
    [InlineData("/en/analyses/small-arms-trust-and-consultation", 7)]
    [InlineData("/en/organisations/aktiv", 8)]
    [InlineData("/en/analyses?theme=theme-community-safety&year=2026", 10)]
    [InlineData("/en/themes/community-safety", 8)]
    [InlineData("/en/timeline", 9)]
    [InlineData("/en/feed.atom", 7)]
    [InlineData(OpenPage, 5)]
    [InlineData("/en/about", 3)]
    [InlineData("/api/v1/content?pageSize=100", 4)]
    [InlineData("/api/v1/content/consultation-safety-action-plan-sq?culture=en", 3)]
    [InlineData("/api/v1/consultations/consultation-safety-action-plan?culture=en", 3)]
    public async Task A_page_that_is_not_in_the_cache_costs_at_most_so_many_commands(string path, int most) => (await portal.CostAsync(path)).ShouldBeLessThanOrEqualTo(most);

    [Fact]
    public async Task A_consultation_costs_as_many_commands_with_two_hundred_more_comments()
    {
        var before = await portal.CostAsync(OpenPage);
        await CommentAsync(200, SubmissionState.Published);
        (await portal.CostAsync(OpenPage)).ShouldBe(before);
        (await portal.PageAsync(OpenPage)).QuerySelectorAll(".comment").Length.ShouldBe(50);
    }

    [Fact]
    public async Task The_queue_costs_as_many_commands_whatever_waits_in_it()
    {
        var program = await portal.ProgramAsync("arta", "moderation");
        var before = await portal.CostAsync("/api/v1/moderation/queue?pageSize=100", program);
        await CommentAsync(60, SubmissionState.Queued);
        (await portal.CostAsync("/api/v1/moderation/queue?pageSize=100", program)).ShouldBe(before);
        before.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task Placeholders_of_declined_comments_count_towards_the_pages_so_that_every_comment_can_be_reached()
    {
        await using var own = await TestPortal.StartAsync();
        await CommentAsync(own, 200, SubmissionState.Published);
        await CommentAsync(own, 150, SubmissionState.Declined);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (string? next = ""; next is not null;)
        {
            var page = await own.PageAsync(OpenPage + next);
            var comments = page.QuerySelectorAll(".comment").Select(c => c.Id!).ToList();
            comments.Count.ShouldBeLessThanOrEqualTo(50);
            seen.UnionWith(comments);
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        seen.Count.ShouldBeGreaterThanOrEqualTo(350);
        using var permalink = await own.Client.AskAsync($"/en/comment/{seen.Last()[2..]}");
        var (path, anchor) = (permalink.Headers.Location!.OriginalString.Split('#')[0], permalink.Headers.Location.OriginalString.Split('#')[1]);
        (await own.PageAsync(path)).GetElementById(anchor).ShouldNotBeNull();
    }

    Task<Cms.Result<int>> CommentAsync(int number, SubmissionState state) => CommentAsync(portal, number, state);

    static Task<Cms.Result<int>> CommentAsync(TestPortal portal, int number, SubmissionState state) => portal.AsSystemAsync(async s =>
    {
        var (db, work, now) = (s.GetRequiredService<PortalDb>(), s.GetRequiredService<UnitOfWork>(), Template.Start);
        return await work.RunAsync<int>(() =>
        {
            for (var i = 0; i < number; i++)
            {
                var submission = new Submission
                {
                    Id = Ids.New(), ConsultationSet = Participation.Participant.OpenConsultation, SectionId = $"plan-s{(i % 7) + 1}", Culture = "en", Channel = "web", ConsentVersion = "2026-1",
                    ReceivedUtc = now.AddSeconds(i), ReceiptHash = Ids.New(),
                };
                submission.Take(Step.Enqueue, now);
                if (state == SubmissionState.Published) submission.Take(Step.Publish, now);
                if (state == SubmissionState.Declined) submission.Take(Step.Decline, now);
                db.Submissions.Add(submission);
                db.SubmissionVersions.Add(new() { SubmissionId = submission.Id, Number = 1, Body = $"One of many comments, {i}." });
                if (state == SubmissionState.Declined) db.SubmissionDecisions.Add(new() { SubmissionId = submission.Id, Version = 1, Step = Step.Decline, Reason = "spam" });
            }

            work.Evict(Tags.Set(Participation.Participant.OpenConsultation));
            return Task.FromResult<Cms.Result<int>>(number);
        }, TestContext.Current.CancellationToken);
    });
}
