using System.Net;
using System.Text.Json.Nodes;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Moderation;

/// <summary>A moderator who works through the API.</summary>
public sealed class Moderator
{
    Moderator(HttpClient program) => Program = program;

    public HttpClient Program { get; }

    public static async Task<Moderator> Async(TestPortal portal, string user = "arta") => new(await portal.ProgramAsync(user, "moderation"));

    /// <returns>What waits with these words.</returns>
    public async Task<JsonNode> FindAsync(string body)
    {
        for (var page = 1; ; page++)
        {
            var queue = await Program.ObjectAsync($"/api/v1/moderation/queue?pageSize=100&page={page}");
            var items = queue["items"]!.AsArray();
            if (items.FirstOrDefault(i => (string)i!["body"]! == body) is { } found) return found;
            items.Count.ShouldBe(100, $"Nothing waits with the words: {body}");
        }
    }

    public Task<HttpResponseMessage> SendAsync(JsonNode item, string decision, string? reason = null, string? note = null, int? version = null, params (int Start, int Length)[] redactions) =>
        Program.PostObjectAsync(
            $"/api/v1/moderation/submissions/{item["submissionId"]}/decision",
            new { version = version ?? (int)item["version"]!, decision, reason, note, redactions = redactions.Select(r => new { start = r.Start, length = r.Length }) });

    public async Task DecideAsync(string body, string decision, string? reason = null, string? note = null)
    {
        using var answer = await SendAsync(await FindAsync(body), decision, reason, note);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public async Task RedactAsync(string body, string reason, params string[] passages)
    {
        using var answer = await SendAsync(await FindAsync(body), "redact", reason, null, null, [.. passages.Select(p => (body.IndexOf(p, StringComparison.Ordinal), p.Length))]);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
