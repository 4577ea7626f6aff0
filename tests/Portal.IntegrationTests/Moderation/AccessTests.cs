using System.Net;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;

namespace Portal.IntegrationTests.Moderation;

public sealed class AccessTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Fact]
    public async Task Without_a_token_the_moderation_API_is_closed()
    {
        using var queue = await portal.Client.AskAsync("/api/v1/moderation/queue");
        using var decision = await portal.Client.PostObjectAsync("/api/v1/moderation/submissions/demo-submission-12/decision", new { version = 1, decision = "publish" });
        await Asking.ProblemAsync(queue, HttpStatusCode.Unauthorized);
        await Asking.ProblemAsync(decision, HttpStatusCode.Unauthorized);
        queue.Headers.WwwAuthenticate.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Bearer portal_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic YXJ0YTpwYXNz")]
    public async Task With_a_token_that_nobody_gave_out_it_is_closed(string authorization)
    {
        using var queue = await portal.Client.AskAsync("/api/v1/moderation/queue", ("Authorization", authorization));
        await Asking.ProblemAsync(queue, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("arta", "submissions")]
    [InlineData("fiq", "moderation")]
    [InlineData("nina", "moderation")]
    public async Task A_token_of_another_scope_or_of_somebody_who_may_not_moderate_is_refused(string user, string scope)
    {
        var program = await portal.ProgramAsync(user, scope);
        using var queue = await program.AskAsync("/api/v1/moderation/queue");
        using var decision = await program.PostObjectAsync("/api/v1/moderation/submissions/demo-submission-12/decision", new { version = 1, decision = "publish" });
        await Asking.ProblemAsync(queue, HttpStatusCode.Forbidden);
        await Asking.ProblemAsync(decision, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_session_at_a_browser_does_not_open_the_API()
    {
        var browser = await portal.SignedInAsync("arta");
        using var queue = await browser.AskAsync("/api/v1/moderation/queue");
        await Asking.ProblemAsync(queue, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_does_not_open_the_moderators_pages()
    {
        var program = await portal.ProgramAsync("arta", "submissions");
        using var page = await program.AskAsync("/admin/moderation");
        page.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("fiq")]
    [InlineData("nina")]
    public async Task Who_may_not_moderate_sees_neither_queue_nor_decision_page(string user)
    {
        var browser = await portal.SignedInAsync(user);
        using var queue = await browser.AskAsync("/admin/moderation");
        using var one = await browser.AskAsync("/admin/moderation/demo-submission-12");
        queue.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        one.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await one.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("Tabela e tregon");
    }

    [Fact]
    public async Task A_guest_is_led_to_the_sign_in_page()
    {
        using var queue = await portal.NewClient().AskAsync("/admin/moderation");
        queue.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        queue.Headers.Location!.PathAndQuery.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task A_decision_without_the_forms_own_token_is_refused()
    {
        var browser = await portal.SignedInAsync("arta");
        using var answer = await browser.PostFormAsync("/admin/moderation/demo-submission-13", new Form { ["version"] = "1", ["decision"] = "publish" });
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await (await Moderator.Async(portal)).FindAsync((string)(await QueuedAsync("demo-submission-13"))!);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("pageSize=0")]
    [InlineData("pageSize=101")]
    [InlineData("page=10001&pageSize=1")]
    [InlineData("page=2147483647&pageSize=100")]
    [InlineData("page=abc")]
    public async Task The_queue_refuses_pages_beyond_its_limits(string query)
    {
        var arta = await Moderator.Async(portal);
        using var answer = await arta.Program.AskAsync($"/api/v1/moderation/queue?{query}");
        await Asking.ProblemAsync(answer, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_pages_of_the_queue_together_hold_each_submission_once_the_oldest_first()
    {
        for (var i = 0; i < 3; i++) await new ApiGuest(portal).ReceiptAsync($"For the pages, {i}.");
        var arta = await Moderator.Async(portal);
        var all = await arta.Program.ObjectAsync("/api/v1/moderation/queue?pageSize=100");
        var total = (int)all["total"]!;
        var ids = new List<string>();
        for (var page = 1; page <= (total + 1) / 2; page++)
        {
            var part = await arta.Program.ObjectAsync($"/api/v1/moderation/queue?pageSize=2&page={page}");
            ids.AddRange(part["items"]!.AsArray().Select(i => (string)i!["submissionId"]!));
        }

        ids.ShouldBe(all["items"]!.AsArray().Select(i => (string)i!["submissionId"]!));
        ids.Count.ShouldBe(total);
        all["items"]!.AsArray().Select(i => (DateTime)i!["receivedUtc"]!).ShouldBeInOrder();
    }

    async Task<string?> QueuedAsync(string id)
    {
        var queue = await (await Moderator.Async(portal)).Program.ObjectAsync("/api/v1/moderation/queue?pageSize=100");
        return (string?)queue["items"]!.AsArray().Single(i => (string)i!["submissionId"]! == id)!["body"];
    }
}
