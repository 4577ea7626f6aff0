using System.Net;
using System.Net.Http.Json;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Participation;

public sealed class ModeratedPathTests
{
    [Theory]
    [InlineData("sq", "Rruga pranë shkollës nuk ka trotuar.")]
    [InlineData("sr", "Поред школе нема тротоара.")]
    [InlineData("sr-Latn", "Pored škole nema trotoara.")]
    [InlineData("bs", "Pored škole nema trotoara ni rasvjete.")]
    [InlineData("en", "There is no pavement beside the school.")]
    public async Task A_comment_goes_from_the_page_to_a_moderator_and_back_to_the_page(string culture, string words)
    {
        await using var portal = await TestPortal.StartAsync();
        var citizen = new Participant(portal, culture);
        var path = await citizen.ConsultationPathAsync();
        // The page is in the cache now: what follows has to put it out.
        (await portal.PageAsync(path)).Body!.TextContent.ShouldNotContain(words);

        var receipt = await citizen.ReceiptAsync(words);
        (await portal.PageAsync(path)).Body!.TextContent.ShouldNotContain(words);

        var moderator = await portal.ProgramAsync("arta", "moderation");
        var queue = await moderator.GetFromJsonAsync<System.Text.Json.Nodes.JsonObject>("/api/v1/moderation/queue?pageSize=100", TestContext.Current.CancellationToken);
        var item = queue!["items"]!.AsArray().Single(i => (string)i!["body"]! == words)!;
        ((string)item["culture"]!).ShouldBe(culture);
        using var decided = await moderator.PostAsJsonAsync($"/api/v1/moderation/submissions/{item["submissionId"]}/decision", new { version = (int)item["version"]!, decision = "publish" }, TestContext.Current.CancellationToken);
        decided.StatusCode.ShouldBe(HttpStatusCode.OK);

        var comment = (await portal.PageAsync(path)).QuerySelectorAll(".comment").Single(c => c.TextContent.Contains(words, StringComparison.Ordinal));
        comment.QuerySelector(".comment-text")!.GetAttribute("lang").ShouldBe(culture == "sr" ? "sr-Cyrl" : culture);
        var status = await portal.Client.GetFromJsonAsync<System.Text.Json.Nodes.JsonObject>($"/api/v1/receipts/{receipt}", TestContext.Current.CancellationToken);
        ((string)status!["state"]!).ShouldBe("published");
    }
}
