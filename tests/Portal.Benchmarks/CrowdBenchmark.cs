using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks;

/// <summary>A consultation with thousands of comments under two hundred readers, and the moderators' queue when a hundred thousand wait.</summary>
sealed class CrowdBenchmark(string portalFolder)
{
    const string Password = "a pass phrase for benchmarks";
    static readonly Uri Portal = new("http://127.0.0.1:5183");

    readonly string work = Directory.CreateTempSubdirectory("portal-bench-crowd-").FullName;

    public async Task RunAsync()
    {
        try
        {
            var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PORTAL_DATA"] = Path.Combine(work, "data"), ["PORTAL_ADMIN_PASSWORD"] = Password, ["Portal__SecondFactor"] = "optional", ["Logging__LogLevel__Default"] = "Error", ["Logging__LogLevel__Microsoft"] = "Error" };
            var recipe = Path.Combine(work, "crowd.recipe.json");
            GeneratedCrowd.WriteRecipe(recipe);
            await CommandAsync(environment, "setup", "--recipe", Path.Combine(portalFolder, "recipes", "blank.recipe.json"));
            await CommandAsync(environment, "recipe", "run", recipe);
            GeneratedCrowd.Fill(Path.Combine(work, "data", "portal.db"));

            using var server = await ServerProcess.StartAsync(["dotnet", Path.Combine(portalFolder, "Portal.Web.dll"), "serve", "--urls", Portal.ToString()], new(Portal, "/health/ready"), environment);
            await MeasureAsync(server, "5,000 comments, 200 readers", GeneratedCrowd.Path, 200, "p99 500 ms", "");
            await MeasureAsync(server, "… in 100 pages", GeneratedCrowd.Path, 200, "p99 500 ms", "n = n + 1; return wrk.format('GET', string.format('%s?page=%d', wrk.path, n % 100 + 1))");
            await MeasureAsync(server, "… each page read anew", GeneratedCrowd.Path, 16, "", "n = n + 1; return wrk.format('GET', string.format('%s?page=%d&q=%d', wrk.path, n % 100 + 1, n))");
            await MeasureAsync(server, "queue of 100,000", "admin/moderation", 4, "15 ms CPU", "return wrk.format('GET')", await SignInAsync());
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    async Task MeasureAsync(ServerProcess server, string name, string path, int connections, string aim, string request, string? cookie = null)
    {
        var script = Path.Combine(work, "load.lua");
        await File.WriteAllTextAsync(script, $"{(cookie is null ? "" : $"wrk.headers['Cookie'] = '{cookie}'\n")}local n = os.time()\n{(request.Length == 0 ? "" : $"request = function() {request} end\n")}");
        await Load.RunAsync(server, new(Portal, path), connections, TimeSpan.FromSeconds(3), script);
        var measured = await Load.RunAsync(server, new(Portal, path), connections, TimeSpan.FromSeconds(6), script);
        Console.WriteLine(FormattableString.Invariant($"{name,-28}{measured.PerSecond,8:F0}/s  p50 {measured.P50Milliseconds:F1} ms  p99 {measured.P99Milliseconds:F1} ms  CPU {measured.CpuMilliseconds:F2} ms {(aim.Length > 0 ? $" (aim: {aim} or less)" : "")}{(measured.Errors > 0 ? $"  {measured.Errors} errors" : "")}"));
    }

    /// <returns>The cookies of an administrator's session.</returns>
    static async Task<string> SignInAsync()
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = Portal };
        var page = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["userName"] = "admin", ["password"] = Password, ["__RequestVerificationToken"] = token });
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
        // Fails if it leads elsewhere: what is measured has to be the queue.
        await client.GetStringAsync(new Uri("/admin/moderation", UriKind.Relative));
        return cookies.GetCookieHeader(Portal);
    }

    async Task CommandAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(portalFolder, "Portal.Web.dll"), .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
    }
}
