using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Operation;

/// <summary>The lines that the page of the public log shows to citizens, run as they stand there.</summary>
public sealed class LogCheckTests(ServedDemo demo, DemoData data) : IClassFixture<ServedDemo>
{
    [Fact]
    public async Task The_lines_on_the_page_check_a_receipt_and_notice_what_was_changed()
    {
        var receipt = await SendAsync("There is no pavement beside the school, and no light.");
        await UntilRecordedAsync(receipt);
        var page = await demo.Portal.Client.GetStringAsync(new Uri("/bs/log/how-to-check", UriKind.Relative));
        var (begin, end) = (page.IndexOf("id=\"check-script\"><code>", StringComparison.Ordinal) + "id=\"check-script\"><code>".Length, page.IndexOf("</code></pre>", StringComparison.Ordinal));
        var script = WebUtility.HtmlDecode(page[begin..end]).Replace("0000-0000-0000-0000-0000-0000-0000", receipt, StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("portal-log-check-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "check.sh"), script);
            var sound = await ShellAsync(folder, "check.sh");
            sound.ShouldContain("Verified OK");
            sound.ShouldContain("is in the log: {\"kind\":\"submission-received\"");
            sound.ShouldNotContain("NOT in the log");

            // The same lines on a file in which one letter of an event is another one.
            var proof = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "proof.json")))!;
            var said = Convert.FromBase64String((string)proof["entries"]![0]!["event"]!);
            said[^3] ^= 1;
            proof["entries"]![0]!["event"] = Convert.ToBase64String(said);
            await File.WriteAllTextAsync(Path.Combine(folder, "proof.json"), proof.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
            await File.WriteAllTextAsync(Path.Combine(folder, "again.sh"), string.Join('\n', script.Split('\n').Where(line => !line.Contains("proof?receipt", StringComparison.Ordinal))));
            (await ShellAsync(folder, "again.sh")).ShouldContain("NOT in the log");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    async Task<string> SendAsync(string body)
    {
        using var program = demo.Portal.Program(data.SubmissionsToken);
        var consultation = await program.GetFromJsonAsync<JsonObject>(new Uri($"/api/v1/consultations/{Demo.OpenConsultation}?culture=en", UriKind.Relative));
        using var answer = await program.PostAsJsonAsync(new Uri($"/api/v1/consultations/{Demo.OpenConsultation}/submissions", UriKind.Relative), new { culture = "en", body, consent = (string)consultation!["consentVersion"]! });
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["receipt"]!;
    }

    async Task UntilRecordedAsync(string receipt)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            var proof = await demo.Portal.Client.GetFromJsonAsync<JsonObject>(new Uri($"/api/v1/log/proof?receipt={receipt}", UriKind.Relative), patience.Token);
            if ((int)proof!["pending"]! == 0) return;
            await Task.Delay(100, patience.Token);
        }
    }

    static async Task<string> ShellAsync(string folder, string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", [script]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (output, errors) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        return await output + await errors;
    }
}
