using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Operation;

public sealed class PowerCutTests(DemoData data)
{
    const int Cuts = 5, Senders = 8;

    [Fact]
    public async Task What_was_answered_with_a_receipt_outlives_the_process_and_nothing_is_there_twice()
    {
        var folder = data.Copy();
        var portal = await PortalProcess.ServeAsync(folder);
        try
        {
            // Another moment each time; the seed is told, so that a failure can be repeated.
            var seed = Environment.TickCount;
            var random = new Random(seed);
            var sent = 0;
            for (var cut = 0; cut < Cuts; cut++)
            {
                var wanted = random.Next(1, 150);
                var receipts = await SendUntilCutAsync(portal, wanted, () => Interlocked.Increment(ref sent));
                receipts.Count.ShouldBeGreaterThanOrEqualTo(wanted, $"seed {seed}");

                await portal.DisposeAsync();
                portal = await PortalProcess.ServeAsync(folder);
                foreach (var receipt in receipts)
                {
                    using var answer = await portal.Client.GetAsync(new Uri($"/api/v1/receipts/{receipt}", UriKind.Relative));
                    answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"seed {seed}, cut {cut}: {receipt}");
                }
            }

            await ShouldHoldNothingTwiceAsync(portal, sent, seed);
        }
        finally
        {
            await portal.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Several senders at once; the process is killed while they send.</summary>
    /// <returns>The receipts that were answered.</returns>
    async Task<List<string>> SendUntilCutAsync(PortalProcess portal, int wanted, Func<int> next)
    {
        using var program = portal.Program(data.SubmissionsToken);
        var consultation = await program.GetFromJsonAsync<JsonObject>(new Uri($"/api/v1/consultations/{Demo.OpenConsultation}?culture=en", UriKind.Relative));
        var consent = (string)consultation!["consentVersion"]!;
        var receipts = new List<string>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var senders = Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendAsync(program, consent, receipts, wanted, enough, next))).ToList();
        await await Task.WhenAny(enough.Task, Task.WhenAll(senders));
        await portal.KillAsync();
        await Task.WhenAll(senders);
        return receipts;
    }

    /// <summary>Sends one after the other, each with words of its own, until the portal is no more.</summary>
    static async Task SendAsync(HttpClient program, string consent, List<string> receipts, int wanted, TaskCompletionSource enough, Func<int> next)
    {
        while (true)
        {
            try
            {
                var words = new { culture = "en", sectionId = "plan-s2", body = $"Remark number {next()} of the stream.", consent };
                using var answer = await program.PostAsJsonAsync(new Uri($"/api/v1/consultations/{Demo.OpenConsultation}/submissions", UriKind.Relative), words);
                if (answer.StatusCode != HttpStatusCode.Created)
                {
                    enough.TrySetException(new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"));
                    return;
                }

                var receipt = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["receipt"]!;
                lock (receipts)
                {
                    receipts.Add(receipt);
                    if (receipts.Count == wanted) enough.TrySetResult();
                }
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or System.Text.Json.JsonException)
            {
                return;
            }
        }
    }

    /// <summary>The moderators' queue shows every remark once, and none that was never sent.</summary>
    static async Task ShouldHoldNothingTwiceAsync(PortalProcess portal, int sent, int seed)
    {
        var token = (await PortalCommand.DoAsync(portal.Folder, ["token", "create", DemoData.Moderator, "--scope", "moderation"])).Trim();
        using var moderator = portal.Program(token);
        var bodies = new List<string>();
        for (var page = 1; ; page++)
        {
            var queue = (await moderator.GetFromJsonAsync<JsonObject>(new Uri($"/api/v1/moderation/queue?page={page}&pageSize=100", UriKind.Relative)))!;
            bodies.AddRange(queue["items"]!.AsArray().Select(i => (string)i!["body"]!));
            if (page * 100 >= (int)queue["total"]!) break;
        }

        var remarks = bodies.Where(b => b.StartsWith("Remark number ", StringComparison.Ordinal)).ToList();
        remarks.Count.ShouldBeLessThanOrEqualTo(sent);
        remarks.GroupBy(r => r, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty($"seed {seed}");
    }
}
