using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Portal.Benchmarks;

/// <summary>Lets a portal append a million entries to its transparency log, then verifies them all.</summary>
sealed class LogBenchmark(string portalFolder)
{
    static readonly Uri Portal = new("http://127.0.0.1:5183");

    readonly string work = Directory.CreateTempSubdirectory("portal-bench-log-").FullName;

    public async Task RunAsync()
    {
        try
        {
            var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PORTAL_DATA"] = work, ["PORTAL_ADMIN_PASSWORD"] = "a pass phrase for benchmarks", ["Logging__LogLevel__Default"] = "Error", ["Logging__LogLevel__Microsoft"] = "Error" };
            await CommandAsync(environment, "setup", "--recipe", Path.Combine(portalFolder, "recipes", "blank.recipe.json"));
            var database = Path.Combine(work, "portal.db");
            GeneratedLog.Fill(database);

            var watch = Stopwatch.StartNew();
            using (await ServerProcess.StartAsync(["dotnet", Path.Combine(portalFolder, "Portal.Web.dll"), "serve", "--urls", Portal.ToString()], new(Portal, "/health/ready"), environment))
            {
                while (Waiting(database) > 0) await Task.Delay(500);
            }

            Console.WriteLine(FormattableString.Invariant($"Transparency log: {2 * GeneratedLog.Submissions:N0} entries appended in {watch.Elapsed.TotalSeconds:F1} s"));
            watch.Restart();
            var answer = await CommandAsync(environment, "log", "verify");
            Console.WriteLine(FormattableString.Invariant($"Transparency log: verified in {watch.Elapsed.TotalSeconds:F1} s (aim: less than 60 s): {answer.Trim()}"));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    static long Waiting(string database)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM LogPending";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    async Task<string> CommandAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(portalFolder, "Portal.Web.dll"), .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed: {output}");
    }
}
