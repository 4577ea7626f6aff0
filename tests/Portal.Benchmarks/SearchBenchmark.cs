using System.Diagnostics;
using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>Searches among 100,000 texts, one after the other as one reader does, and prints how long they took.</summary>
sealed class SearchBenchmark(string portalFolder)
{
    const int Searches = 600;

    /// <summary>Ten seconds after a start the jobs have their first turn, which is long where a database was filled behind the portal's back; and the runtime compiles the path a second time.</summary>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(25);

    static readonly Uri Portal = new("http://127.0.0.1:5182");

    readonly string work = Directory.CreateTempSubdirectory("portal-bench-search-").FullName;

    public async Task RunAsync()
    {
        try
        {
            var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PORTAL_DATA"] = work, ["PORTAL_ADMIN_PASSWORD"] = "a pass phrase for benchmarks", ["Logging__LogLevel__Default"] = "Error", ["Logging__LogLevel__Microsoft"] = "Error" };
            await SetUpAsync(environment);
            GeneratedTexts.Fill(Path.Combine(work, "portal.db"));

            using var server = await ServerProcess.StartAsync(["dotnet", Path.Combine(portalFolder, "Portal.Web.dll"), "serve", "--urls", Portal.ToString()], new(Portal, "/health/ready"), environment);
            var (times, cpu) = await MeasureAsync(server);
            Console.WriteLine(FormattableString.Invariant($"Search among {GeneratedTexts.Count:N0} texts: p50 {At(times, 0.5):F1} ms, p99 {At(times, 0.99):F1} ms, CPU {cpu:F1} ms (aim: p99 80 ms or less)"));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    static async Task<(List<double> Milliseconds, double Cpu)> MeasureAsync(ServerProcess server)
    {
        using var client = new HttpClient { BaseAddress = Portal };
        var random = new Random(20);
        var start = Stopwatch.StartNew();
        for (var i = 0; start.Elapsed < WarmUp; i++) await SearchAsync(client, random, i);

        var times = new List<double>();
        var before = server.Cpu;
        for (var i = 0; i < Searches; i++)
        {
            var watch = Stopwatch.StartNew();
            await SearchAsync(client, random, i);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return (times, (server.Cpu - before).TotalMilliseconds / Searches);
    }

    /// <summary>One to three words; every second search is a reader's who gets none of the texts in their own language.</summary>
    static async Task SearchAsync(HttpClient client, Random random, int number)
    {
        var words = string.Join('+', Enumerable.Range(0, 1 + (number % 3)).Select(_ => GeneratedTexts.Word(random)));
        using var answer = await client.GetAsync(new Uri((number % 2 == 0 ? "/en/search?q=" : "/sr-Latn/pretraga?q=") + words, UriKind.Relative));
        _ = await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
    }

    static double At(List<double> times, double share) => times.Order().ElementAt((int)(times.Count * share));

    async Task SetUpAsync(Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(portalFolder, "Portal.Web.dll"), "setup", "--recipe", Path.Combine(portalFolder, "recipes", "blank.recipe.json")]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException("The setup failed: " + output);
    }
}
