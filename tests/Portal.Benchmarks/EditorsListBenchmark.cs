using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks;

/// <summary>The editors' list among 100,000 items: each filter and order, at the beginning and deep down, as one editor asks, with what one page costs the processor.</summary>
sealed partial class EditorsListBenchmark(string portalFolder)
{
    const int Asked = 40, WarmUp = 8;
    static readonly Uri Portal = new("http://127.0.0.1:5184");

    /// <summary>A place in the middle of the list.</summary>
    static readonly string Deep = new DateTime(2020, 12, 13, 0, 0, 0, DateTimeKind.Utc).Ticks.ToString(CultureInfo.InvariantCulture) + "~x";

    static readonly string[] Lists =
    [
        "", "?after=" + Deep, "?sort=title", "?sort=title&after=%20generated%20text%20word2%20~x", "?type=Debate", "?type=Debate&after=" + Deep, "?type=Series&culture=bs&state=Changed", "?type=Series&culture=bs&state=Changed&sort=title",
        "?culture=sq&state=Draft", "?culture=sq&state=Draft&after=" + Deep, "?state=Changed", "?organisation=bench-org-7&type=Article&state=Changed", "?organisation=bench-org-7&state=Draft&sort=title", "?mine=true", "?since=2021-11-20",
        "?state=Scheduled", "?q=word17", "?q=generated", "?q=generated&after=" + Deep, "?q=text+common7&type=Page&state=Draft", "?q=99999", "?q=generated+nothing",
    ];

    readonly string work = Directory.CreateTempSubdirectory("portal-bench-list-").FullName;

    public async Task RunAsync()
    {
        try
        {
            var environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["PORTAL_DATA"] = work, ["PORTAL_ADMIN_PASSWORD"] = "a pass phrase for benchmarks", ["Portal__SecondFactor"] = "optional", ["Logging__LogLevel__Default"] = "Error", ["Logging__LogLevel__Microsoft"] = "Error",
            };
            await SetUpAsync(environment);
            GeneratedItems.Fill(Path.Combine(work, "portal.db"));
            using var server = await ServerProcess.StartAsync(["dotnet", Path.Combine(portalFolder, "Portal.Web.dll"), "serve", "--urls", Portal.ToString()], new(Portal, "/health/ready"), environment);
            using var handler = new HttpClientHandler { AllowAutoRedirect = false };
            using var client = new HttpClient(handler) { BaseAddress = Portal };
            await SignInAsync(client);
            Console.WriteLine(FormattableString.Invariant($"The editors' list among {GeneratedItems.Count:N0} items (aim: 15 ms of CPU a page or less, whatever the filter and however deep)"));
            foreach (var list in Lists) await MeasureAsync(server, client, list);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    static async Task MeasureAsync(ServerProcess server, HttpClient client, string query)
    {
        var (rows, before, watch) = (0, TimeSpan.Zero, new Stopwatch());
        for (var i = 0; i < WarmUp + Asked; i++)
        {
            if (i == WarmUp) (before, watch) = (server.Cpu, Stopwatch.StartNew());
            var page = await client.GetStringAsync(new Uri("/admin/content" + query, UriKind.Relative));
            rows = Row().Count(page);
        }

        Console.WriteLine(FormattableString.Invariant($"  {(query.Length == 0 ? "everything" : Uri.UnescapeDataString(query)),-62}{rows,4} rows{(server.Cpu - before).TotalMilliseconds / Asked,8:F1} ms CPU{watch.Elapsed.TotalMilliseconds / Asked,8:F1} ms"));
    }

    internal static async Task SignInAsync(HttpClient client)
    {
        var form = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var fields = new FormUrlEncodedContent([new("userName", "admin"), new("password", "a pass phrase for benchmarks"), new("__RequestVerificationToken", Token().Match(form).Groups["token"].Value)]);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), fields);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
    }

    async Task SetUpAsync(Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(portalFolder, "Portal.Web.dll"), "setup", "--recipe", Path.Combine(portalFolder, "recipes", "blank.recipe.json")]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException("The setup failed: " + output);
    }

    [GeneratedRegex("class=\"list-row\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
