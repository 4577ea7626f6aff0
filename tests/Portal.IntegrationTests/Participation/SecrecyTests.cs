using System.Text;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;

namespace Portal.IntegrationTests.Participation;

/// <summary>What was not published, or was hidden, stands nowhere a reader can look.</summary>
public sealed class SecrecyTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Fact]
    public async Task A_comment_that_waits_stands_nowhere_in_public()
    {
        await new ApiGuest(portal).ReceiptAsync("Qwxz waits for a decision.", ("displayName", "Qwxz Pseudonym"), ("onBehalfOf", "Qwxz Council"));
        (await EverythingPublicAsync()).ShouldNotContain("Qwxz");
    }

    [Fact]
    public async Task A_declined_comment_leaves_a_placeholder_with_the_reason_and_nothing_of_its_words_or_author()
    {
        await new ApiGuest(portal).ReceiptAsync("Vbnk is declined.", ("displayName", "Vbnk Pseudonym"), ("onBehalfOf", "Vbnk Council"));
        await (await Moderator.Async(portal)).DecideAsync("Vbnk is declined.", "decline", "insult", note: "Vbnk note to the author");

        (await EverythingPublicAsync()).ShouldNotContain("Vbnk");
        var placeholders = (await portal.PageAsync("/en/consultations/community-safety-action-plan")).QuerySelectorAll(".comment.placeholder");
        placeholders.ShouldContain(p => p.TextContent.Contains("It insults somebody", StringComparison.Ordinal));
        (await portal.PageAsync("/sr/konsultacije/akcioni-plan-za-bezbednost")).QuerySelectorAll(".comment.placeholder").ShouldAllBe(p => p.TextContent.Contains("Није објављено", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hidden_passage_stands_nowhere_in_public_while_the_words_around_it_do()
    {
        const string Body = "Before Mnbv Person after.\n\nSecond paragraph with Lkjh inside.";
        var code = await new ApiGuest(portal).ReceiptAsync(Body);
        await (await Moderator.Async(portal)).RedactAsync(Body, "names-a-person", "Mnbv Person", "Lkjh");

        var all = await EverythingPublicAsync();
        all.ShouldNotContain("Mnbv");
        all.ShouldNotContain("Lkjh");
        var comment = (await portal.PageAsync("/en/consultations/community-safety-action-plan")).QuerySelectorAll(".comment").Single(c => c.TextContent.Contains("Second paragraph", StringComparison.Ordinal));
        comment.QuerySelectorAll(".comment-text p").Select(p => p.TextContent).ShouldBe(["Before ▮▮▮ after.", "Second paragraph with ▮▮▮ inside."], "Nothing comes between the words and what is hidden.");
        comment.QuerySelectorAll(".redaction").Length.ShouldBe(2);
        comment.TextContent.ShouldContain("It names a private person");

        // Its author alone reads all of it, and sees what the public does not.
        (await new Participant(portal, "en").ReceiptPageAsync(code)).QuerySelectorAll(".receipt-words mark").Select(m => m.TextContent).ShouldBe(["Mnbv Person", "Lkjh"]);
    }

    /// <summary>The whole bodies of what anybody may ask for.</summary>
    async Task<string> EverythingPublicAsync()
    {
        var all = new StringBuilder();
        foreach (var path in new[]
        {
            "/sq", "/sr", "/sr-Latn", "/bs", "/en", "/en/consultations", "/sq/konsultime/plani-i-veprimit-per-sigurine", "/sr/konsultacije/akcioni-plan-za-bezbednost", "/sr-Latn/konsultacije/akcioni-plan-za-bezbednost",
            "/bs/konsultacije/akcioni-plan-za-sigurnost", "/en/consultations/community-safety-action-plan", "/en/consultations/community-safety-action-plan?page=2", "/sitemap.xml", "/robots.txt", "/api/openapi.json",
            "/api/v1/content?pageSize=100", "/api/v1/content/consultation-safety-action-plan?culture=en", "/api/v1/consultations/consultation-safety-action-plan?culture=en", "/api/v1/moderation/queue",
        }) all.Append(await portal.Client.TextAsync(path));
        return all.ToString();
    }
}
