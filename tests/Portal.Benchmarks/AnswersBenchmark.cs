using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Portal.Benchmarks;

/// <summary>A quarter of a million answers to one questionnaire: how long their figures and their file take, and how much memory.</summary>
sealed class AnswersBenchmark(string portalFolder)
{
    const int Answers = 250_000;
    const string Questionnaire = "/en/questionnaire/consultation-small-arms-strategy", Template = "demo-response-07";
    static readonly Uri Portal = new("http://127.0.0.1:5183");

    readonly string work = Directory.CreateTempSubdirectory("portal-bench-answers-").FullName;

    public async Task RunAsync()
    {
        try
        {
            var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PORTAL_DATA"] = work, ["PORTAL_ADMIN_PASSWORD"] = "a pass phrase for benchmarks", ["Logging__LogLevel__Default"] = "Error", ["Logging__LogLevel__Microsoft"] = "Error" };
            await SetUpAsync(environment);
            Fill(Path.Combine(work, "portal.db"));

            using var server = await ServerProcess.StartAsync(["dotnet", Path.Combine(portalFolder, "Portal.Web.dll"), "serve", "--urls", Portal.ToString()], new(Portal, "/health/ready"), environment);
            using var client = new HttpClient { BaseAddress = Portal, Timeout = TimeSpan.FromMinutes(5) };
            await client.GetByteArrayAsync(new Uri("/en", UriKind.Relative));
            var before = server.Memory;

            var watch = Stopwatch.StartNew();
            await client.GetByteArrayAsync(new Uri(Questionnaire + "/results", UriKind.Relative));
            Console.WriteLine(FormattableString.Invariant($"Figures of {Answers:N0} answers, counted anew: {watch.Elapsed.TotalSeconds:F1} s"));

            var (lines, peak) = await ExportAsync(client, server);
            Console.WriteLine(FormattableString.Invariant($"Export of {lines:N0} lines as CSV: {watch.Elapsed.TotalSeconds:F1} s, memory {before / 1024 / 1024} MB before, {peak / 1024 / 1024} MB at most (aim: 150 MB more or less)"));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    static async Task<(int Lines, long Peak)> ExportAsync(HttpClient client, ServerProcess server)
    {
        var (lines, peak, buffer) = (0, server.Memory, new byte[64 * 1024]);
        await using var file = await client.GetStreamAsync(new Uri(Questionnaire + "/answers.csv", UriKind.Relative));
        for (int read; (read = await file.ReadAsync(buffer)) > 0;)
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            peak = Math.Max(peak, server.Memory);
        }

        return (lines, peak);
    }

    async Task SetUpAsync(Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(portalFolder, "Portal.Web.dll"), "setup"]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"setup ended with {process.ExitCode}.");
    }

    /// <summary>Copies one answer of the demo content again and again: the columns are the tables' own, whatever they are.</summary>
    static void Fill(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        Copy("Submission", "Id", ("ReceiptHash", "'bench-' || n.i"));
        Copy("SubmissionVersion", "SubmissionId");
        Copy("QuestionnaireResponse", "SubmissionId");

        void Copy(string table, string key, params (string Column, string Value)[] changes)
        {
            var columns = new List<string>();
            using (var names = Command($"SELECT name FROM pragma_table_info('{table}')").ExecuteReader())
            {
                while (names.Read()) columns.Add(names.GetString(0));
            }

            var values = columns.Select(c => c == key ? "printf('bench-%06d', n.i)" : changes.FirstOrDefault(x => x.Column == c).Value ?? $"t.\"{c}\"");
            Command($"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Answers.ToString(CultureInfo.InvariantCulture)}) INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM n, \"{table}\" t WHERE t.\"{key}\" = '{Template}'").ExecuteNonQuery();
        }

        SqliteCommand Command(string sql)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            return command;
        }
    }
}
