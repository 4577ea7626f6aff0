using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Operation;

/// <summary>The process ends at random moments while people send, moderators decide, others erase, and the log is appended to.</summary>
public sealed class MixedPowerCutTests(DemoData data)
{
    /// <summary>A few in every run; <c>PORTAL_POWER_CUTS=50</c> asks for more.</summary>
    static readonly int Cuts = int.TryParse(Environment.GetEnvironmentVariable("PORTAL_POWER_CUTS"), CultureInfo.InvariantCulture, out var asked) ? asked : 5;

    readonly ConcurrentDictionary<string, string> sent = new(StringComparer.Ordinal), decided = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, bool> erased = new(StringComparer.Ordinal);
    int number;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_nothing_erased_returns_and_the_log_verifies()
    {
        var folder = data.Copy();
        var moderation = (await PortalCommand.DoAsync(folder, ["token", "create", DemoData.Moderator, "--scope", "moderation"])).Trim();
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var portal = await PortalProcess.ServeAsync(folder);
        try
        {
            for (var cut = 0; cut < Cuts; cut++)
            {
                using (var program = portal.Program(data.SubmissionsToken))
                using (var moderator = portal.Program(moderation))
                {
                    var consent = (string)(await program.GetFromJsonAsync<JsonObject>(new Uri($"/api/v1/consultations/{Demo.OpenConsultation}?culture=en", UriKind.Relative)))!["consentVersion"]!;
                    Task[] load = [.. Enumerable.Range(0, 3).Select(_ => UntilCutAsync(() => SendAsync(program, consent))), UntilCutAsync(() => DecideAsync(moderator)), UntilCutAsync(() => EraseAsync(portal.Client))];
                    await Task.Delay(random.Next(300, 2500));
                    await portal.KillAsync();
                    await Task.WhenAll(load);
                }

                await portal.DisposeAsync();
                portal = await PortalProcess.ServeAsync(folder);
                await ShouldStandAsync(portal, $"seed {seed}, cut {cut}");
            }
        }
        finally
        {
            await portal.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    async Task SendAsync(HttpClient program, string consent)
    {
        var body = $"Remark number {Interlocked.Increment(ref number)} of a stormy day.";
        using var answer = await program.PostAsJsonAsync(new Uri($"/api/v1/consultations/{Demo.OpenConsultation}/submissions", UriKind.Relative), new { culture = "en", body, consent });
        if (answer.StatusCode == HttpStatusCode.Created) sent[(string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["receipt"]!] = body;
    }

    async Task DecideAsync(HttpClient moderator)
    {
        var queue = (await moderator.GetFromJsonAsync<JsonObject>(new Uri("/api/v1/moderation/queue?pageSize=5", UriKind.Relative)))!;
        foreach (var item in queue["items"]!.AsArray())
        {
            var decision = new { version = (int)item!["version"]!, decision = "publish" };
            using var answer = await moderator.PostAsJsonAsync(new Uri($"/api/v1/moderation/submissions/{item["submissionId"]}/decision", UriKind.Relative), decision);
            if (answer.StatusCode == HttpStatusCode.OK) decided[(string)item["body"]!] = "published";
        }
    }

    async Task EraseAsync(HttpClient guest)
    {
        if (sent.Keys.FirstOrDefault(r => !erased.ContainsKey(r)) is not { } receipt)
        {
            await Task.Delay(20);
            return;
        }

        // Marked before: whoever was not answered cannot know.
        erased[receipt] = false;
        using var answer = await guest.DeleteAsync(new Uri($"/api/v1/receipts/{receipt}", UriKind.Relative));
        if (answer.StatusCode == HttpStatusCode.NoContent) erased[receipt] = true;
        await Task.Delay(50);
    }

    async Task ShouldStandAsync(PortalProcess portal, string when)
    {
        foreach (var (receipt, body) in sent)
        {
            using var answer = await portal.Client.GetAsync(new Uri($"/api/v1/receipts/{receipt}", UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{when}: {receipt}");
            var state = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["state"]!;
            if (erased.TryGetValue(receipt, out var isSure)) state.ShouldBeOneOf(isSure ? ["withdrawn"] : ["withdrawn", "queued", "published"]);
            else if (decided.ContainsKey(body)) state.ShouldBe("published", $"{when}: {receipt}");
        }

        var page = await portal.Client.GetStringAsync(new Uri(await Demo.PathAsync(portal, Demo.OpenConsultation, "en"), UriKind.Relative));
        foreach (var (receipt, _) in erased.Where(e => e.Value)) page.ShouldNotContain(sent[receipt], Case.Sensitive, when);
        (await PortalCommand.DoAsync(portal.Folder, ["log", "verify"])).ShouldContain("all as it was recorded", Case.Sensitive, when);
    }

    /// <summary>Again and again, until the portal is no more.</summary>
    static async Task UntilCutAsync(Func<Task> act)
    {
        try
        {
            while (true) await act();
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or System.Text.Json.JsonException or TaskCanceledException)
        {
            // The cut.
        }
    }
}
