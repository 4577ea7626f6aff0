using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>Starts the published portal and a bare server, puts load on them in turns, and prints how they compare. Everything on loopback, bounded, and cleaned up.</summary>
/// <param name="only">Part of the names of the scenarios to run; empty = all.</param>
sealed class BenchmarkRun(string portalFolder, string only)
{
    const int Rounds = 3, Megabyte = 1024 * 1024;
    static readonly TimeSpan Burst = TimeSpan.FromSeconds(4);
    /// <summary>Long enough for the runtime to have watched the path and compiled it again, which takes as much of the processor as the requests.</summary>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);
    static readonly Uri Portal = new("http://127.0.0.1:5180"), Bare = new("http://127.0.0.1:5181");

    readonly string work = Directory.CreateTempSubdirectory("portal-bench-").FullName;

    sealed record Scenario(string Name, string Path, int Connections, string Aim, string? Script = null);

    public async Task RunAsync()
    {
        try
        {
            var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PORTAL_DATA"] = Path.Combine(work, "data"), ["PORTAL_ADMIN_PASSWORD"] = "a pass phrase for benchmarks", ["Logging__LogLevel__Default"] = "Error", ["Logging__LogLevel__Microsoft"] = "Error" };
            await MeasureSetupAsync(environment);
            var token = await SetUpAsync(environment);
            var scenarios = Scenarios(token).Where(s => s.Name.Contains(only, StringComparison.Ordinal)).ToArray();

            var starts = new List<TimeSpan>();
            for (var i = 0; i < Rounds; i++)
            {
                using var once = await StartPortalAsync(environment);
                starts.Add(once.Ready);
            }

            Console.WriteLine($"Start-up to ready on an existing database: {starts.Order().ElementAt(Rounds / 2).TotalSeconds:F2} s (aim: 2.00 s or less)");
            await CompareWithBareAsync(environment, scenarios);
            if (scenarios.SingleOrDefault(s => s.Name == Submissions) is { } submissions) await MeasureOnAllCoresAsync(environment, submissions);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    async Task CompareWithBareAsync(Dictionary<string, string> environment, Scenario[] scenarios)
    {
        using var portal = await StartPortalAsync(environment);
        await SaveBytesAsync(scenarios);
        using var bare = await ServerProcess.StartAsync([Environment.ProcessPath!, "bare", Path.Combine(work, "bytes"), Bare.ToString()], new(Bare, "/0"), environment);
        await CompareAsync(portal, bare, scenarios);
        Console.WriteLine($"Memory under load: {portal.OwnMemory / Megabyte} MB of its own, {portal.Memory / Megabyte} MB with the pages of program files (aim: 250 MB or less)");
    }

    /// <summary>The machine as it is used: the server has all of it, with the core from which the load comes.</summary>
    async Task MeasureOnAllCoresAsync(Dictionary<string, string> environment, Scenario scenario)
    {
        using var portal = await StartPortalAsync(environment, isPinned: false);
        await Load.RunAsync(portal, new(Portal, scenario.Path), scenario.Connections, WarmUp, scenario.Script);
        var bursts = new List<Measurement>();
        for (var round = 0; round < Rounds; round++) bursts.Add(await Load.RunAsync(portal, new(Portal, scenario.Path), scenario.Connections, Burst, scenario.Script));
        var median = Measurement.Median(bursts);
        Console.WriteLine($"{scenario.Name} on all {Environment.ProcessorCount} cores: {median.PerSecond:F0}/s, p99 {median.P99Milliseconds:F0} ms, {median.CpuMilliseconds:F2} ms of CPU each (aim: 1000/s or more)");
    }

    const string Submissions = "accepted submissions";

    Scenario[] Scenarios(string token)
    {
        var submit = Script("submit.lua", $$"""
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.headers["Authorization"] = "Bearer {{token}}"
            wrk.body = [[{"culture": "en", "sectionId": "s1", "body": "There is no pavement beside the school, and at night no light. Children walk on the road.", "consent": "2026-2"}]]
            """);
        return
        [
            new("article, cached", "/" + GeneratedContent.Article, 32, "0.8 of bare"),
            new("article, uncached", "/" + GeneratedContent.Article, 16, "0.25 ms CPU", PastTheCache),
            new("article, read anew", "/" + GeneratedContent.Article, 16, "", ReadAnew),
            new("50 of 200 comments", "/" + GeneratedContent.TalkedPath, 16, "2 ms CPU", PastTheCache),
            new("50 of 200 comments, read anew", "/" + GeneratedContent.TalkedPath, 16, "", ReadAnew),
            new("list page, uncached", "/" + GeneratedContent.List, 16, "", PastTheCache),
            new("list page, read anew", "/" + GeneratedContent.List, 16, "", ReadAnew),
            new("20,000 with facets", "/" + GeneratedRecommendations.List, 16, "40 ms CPU", ReadAnew),
            new("home at 20,000, read anew", "/en", 16, "", ReadAnew),
            new("20,000 pages in turn", $"/{GeneratedRecommendations.List}/generated-1", 16, "caches full", EachInTurn),
            new(Submissions, $"/api/v1/consultations/{GeneratedContent.Quiet}/submissions", 64, "1000/s", submit),
        ];
    }

    /// <summary>With a header as programs that sign in have: the output cache is passed by, and the page is made of what was kept for it. It names nobody, so nothing is looked up.</summary>
    string PastTheCache => Script("past-the-cache.lua", """
        request = function()
          return wrk.format("GET", wrk.path, {["Authorization"] = "none"})
        end
        """);

    /// <summary>Every request has a query of its own that the page does not read: nothing is kept for it, and everything is read from the database.</summary>
    string ReadAnew => Script("read-anew.lua", """
        local n = os.time() * 1000000
        request = function()
          n = n + 1
          return wrk.format("GET", string.format("%s?q=%d", wrk.path, n))
        end
        """);

    /// <summary>As a search engine does: every page once, until all caches are full.</summary>
    string EachInTurn => Script("each-in-turn.lua", $$"""
        local n = 0
        request = function()
          n = n + 1
          return wrk.format("GET", string.format("/{{GeneratedRecommendations.List}}/generated-%d", n % {{GeneratedRecommendations.Number}}))
        end
        """);

    string Script(string name, string lua)
    {
        var file = Path.Combine(work, name);
        File.WriteAllText(file, lua);
        return file;
    }

    /// <summary>A new portal with all of the demo content, from the start of the command to its end.</summary>
    async Task MeasureSetupAsync(Dictionary<string, string> environment)
    {
        var (watch, before) = (Stopwatch.StartNew(), ServerProcess.CpuOfEnded);
        await CommandAsync(new(environment, StringComparer.Ordinal) { ["PORTAL_DATA"] = Path.Combine(work, "demo") }, "setup");
        Console.WriteLine($"Setup with demo content: {watch.Elapsed.TotalSeconds:F1} s, {(ServerProcess.CpuOfEnded - before).TotalSeconds:F1} s of CPU (aim: 8.0 s or less)");
    }

    async Task<string> SetUpAsync(Dictionary<string, string> environment)
    {
        var recipe = Path.Combine(work, "bench.recipe.json");
        GeneratedContent.Write(recipe);
        await CommandAsync(environment, "setup", "--recipe", Path.Combine(portalFolder, "recipes", "blank.recipe.json"));
        var watch = Stopwatch.StartNew();
        await CommandAsync(environment, "recipe", "run", recipe);
        Console.WriteLine($"Importing 1,000 items, 200 submissions and 20,000 recommendations with 10,000 answers: {watch.Elapsed.TotalSeconds:F1} s");
        return (await CommandAsync(environment, "token", "create", "admin", "--scope", "submissions")).Trim();
    }

    Task<ServerProcess> StartPortalAsync(Dictionary<string, string> environment, bool isPinned = true) =>
        ServerProcess.StartAsync(["dotnet", Path.Combine(portalFolder, "Portal.Web.dll"), "serve", "--urls", Portal.ToString()], new(Portal, "/health/ready"), environment, isPinned);

    /// <summary>The bare server answers with the very bytes of the portal's pages.</summary>
    async Task SaveBytesAsync(Scenario[] scenarios)
    {
        var folder = Directory.CreateDirectory(Path.Combine(work, "bytes")).FullName;
        using var client = new HttpClient { BaseAddress = Portal };
        for (var i = 0; i < scenarios.Length; i++)
        {
            var bytes = !scenarios[i].Path.StartsWith("/api", StringComparison.Ordinal) ? await client.GetByteArrayAsync(new Uri(scenarios[i].Path, UriKind.Relative)) : """{"receipt":"0000-0000-0000-0000-0000-0000-0000","state":"queued"}"""u8.ToArray();
            await File.WriteAllBytesAsync(Path.Combine(folder, i.ToString(System.Globalization.CultureInfo.InvariantCulture)), bytes);
        }
    }

    static async Task CompareAsync(ServerProcess portal, ServerProcess bare, Scenario[] scenarios)
    {
        Console.WriteLine($"{"",-26}{"req/s",10}{"p50 ms",9}{"p99 ms",9}{"CPU ms",9}{"of bare",9}{"MB",6}  aim");
        for (var i = 0; i < scenarios.Length; i++)
        {
            var scenario = scenarios[i];
            var own = new List<Measurement>();
            var other = new List<Measurement>();
            await Load.RunAsync(portal, new(Portal, scenario.Path), scenario.Connections, WarmUp, scenario.Script);
            for (var round = 0; round < Rounds; round++)
            {
                other.Add(await Load.RunAsync(bare, new(Bare, $"/{i}"), scenario.Connections, Burst, scenario.Script));
                own.Add(await Load.RunAsync(portal, new(Portal, scenario.Path), scenario.Connections, Burst, scenario.Script));
            }

            var (mine, reference) = (Measurement.Median(own), Measurement.Median(other));
            Console.WriteLine($"{scenario.Name,-26}{mine.PerSecond,10:F0}{mine.P50Milliseconds,9:F2}{mine.P99Milliseconds,9:F2}{mine.CpuMilliseconds,9:F3}{mine.PerSecond / reference.PerSecond,9:F2}{portal.OwnMemory / Megabyte,6}  {scenario.Aim}{(mine.Errors > 0 ? $"  ({mine.Errors} errors)" : "")}");
        }
    }

    async Task<string> CommandAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(portalFolder, "Portal.Web.dll"), .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
    }
}
