using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks;

/// <summary>An editor saves a long analysis again and again, as the form's script does: what one save costs the processor.</summary>
sealed partial class EditorSaveBenchmark(string portalFolder)
{
    const int Saves = 60, WarmUp = 30, Words = 4000;
    const string Form = "/admin/content/analysis-small-arms-en", Body = "MarkdownBodyPart.Markdown";
    static readonly Uri Portal = new("http://127.0.0.1:5182");

    readonly string work = Directory.CreateTempSubdirectory("portal-bench-save-").FullName;

    public async Task RunAsync()
    {
        try
        {
            var environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["PORTAL_DATA"] = work, ["PORTAL_ADMIN_PASSWORD"] = "a pass phrase for benchmarks", ["Portal__SecondFactor"] = "optional", ["Logging__LogLevel__Default"] = "Error", ["Logging__LogLevel__Microsoft"] = "Error",
            };
            // The first start sets up the demo content.
            using var server = await ServerProcess.StartAsync(["dotnet", Path.Combine(portalFolder, "Portal.Web.dll"), "serve", "--urls", Portal.ToString()], new(Portal, "/health/ready"), environment);
            using var handler = new HttpClientHandler { AllowAutoRedirect = false };
            using var client = new HttpClient(handler) { BaseAddress = Portal };
            client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
            await EditorsListBenchmark.SignInAsync(client);
            await MeasureAsync(server, client, FieldsOf(await client.GetStringAsync(new Uri(Form, UriKind.Relative))));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    static async Task MeasureAsync(ServerProcess server, HttpClient client, Dictionary<string, string> fields)
    {
        var (before, watch) = (TimeSpan.Zero, new Stopwatch());
        var text = string.Join(' ', Enumerable.Repeat("word", Words));
        for (var i = 0; i < WarmUp + Saves; i++)
        {
            if (i == WarmUp) (before, watch) = (server.Cpu, Stopwatch.StartNew());
            fields[Body] = FormattableString.Invariant($"Beginning number {i}.\n\n{text}");
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Form, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Accept.ParseAdd("application/json");
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"Saving answered {answer.StatusCode}.");
            var saved = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            foreach (var stamp in new[] { "stamp", "setStamp", "read" }) fields[stamp] = (string)saved[stamp]!;
        }

        Console.WriteLine(FormattableString.Invariant($"An editor saves an analysis of {Words:N0} words (aim: 30 ms of CPU or less): {(server.Cpu - before).TotalMilliseconds / Saves:F1} ms CPU, {watch.Elapsed.TotalMilliseconds / Saves:F1} ms"));
    }

    /// <summary>What a browser would send of the form, but for what several inputs of one name hold.</summary>
    static Dictionary<string, string> FieldsOf(string page)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["do"] = "save" };
        foreach (var tag in Input().Matches(page).Select(m => m.Value).Where(t => !Choice().IsMatch(t) || t.Contains(" checked", StringComparison.Ordinal))) Keep(Attribute("name", tag), Attribute("value", tag));
        foreach (Match area in Area().Matches(page)) Keep(Attribute("name", area.Groups["tag"].Value), area.Groups["text"].Value.TrimStart('\n', '\r'));
        foreach (Match select in Select().Matches(page)) Keep(Attribute("name", select.Groups["tag"].Value), Attribute("value", Chosen().Match(select.Groups["options"].Value).Value));
        return fields;

        void Keep(string name, string value)
        {
            if (name.Length > 0) fields.TryAdd(name, WebUtility.HtmlDecode(value));
        }
    }

    static string Attribute(string name, string tag) => Regex.Match(tag, $" {name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;

    [GeneratedRegex("<input [^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Input();

    [GeneratedRegex("type=\"(checkbox|radio|search|file)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Choice();

    [GeneratedRegex("(?<tag><textarea [^>]*>)(?<text>.*?)</textarea>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Area();

    [GeneratedRegex("(?<tag><select [^>]*>)(?<options>.*?)</select>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Select();

    [GeneratedRegex("<option [^>]*selected[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chosen();
}
