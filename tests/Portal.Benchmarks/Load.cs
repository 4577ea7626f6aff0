using System.Diagnostics;
using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>What one bounded burst of load measured.</summary>
/// <param name="CpuMilliseconds">Processor time of the server per request.</param>
/// <param name="Errors">Answers that were not 2xx, and broken connections.</param>
sealed record Measurement(double PerSecond, double P50Milliseconds, double P99Milliseconds, double CpuMilliseconds, long Errors)
{
    public static Measurement Median(IReadOnlyList<Measurement> rounds)
    {
        double Of(Func<Measurement, double> value) => rounds.Select(value).Order().ElementAt(rounds.Count / 2);
        return new(Of(r => r.PerSecond), Of(r => r.P50Milliseconds), Of(r => r.P99Milliseconds), Of(r => r.CpuMilliseconds), rounds.Sum(r => r.Errors));
    }
}

/// <summary>Load by wrk (Debian), pinned to the core that the server does not use.</summary>
static class Load
{
    /// <param name="script">Lua for wrk; null = plain GET.</param>
    public static async Task<Measurement> RunAsync(ServerProcess server, Uri url, int connections, TimeSpan duration, string? script)
    {
        List<string> arguments = ["-c", "1", "wrk", "-t1", $"-c{connections}", $"-d{duration.TotalSeconds}s", "--latency"];
        if (script is not null) arguments.AddRange(["-s", script]);
        arguments.Add(url.ToString());

        var before = server.Cpu;
        using var wrk = Process.Start(new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var cpu = server.Cpu - before;

        var lines = output.Split('\n', StringSplitOptions.TrimEntries);
        var requests = Number(lines.Single(l => l.Contains("requests in", StringComparison.Ordinal)).Split(' ')[0]);
        var errors = lines.Where(l => l.StartsWith("Non-2xx", StringComparison.Ordinal)).Sum(l => (long)Number(l.Split(' ')[^1]))
            + lines.Where(l => l.StartsWith("Socket errors", StringComparison.Ordinal)).Sum(l => l.Split([' ', ',']).Where(w => w.Length > 0 && char.IsDigit(w[0])).Sum(w => (long)Number(w)));
        return new(Number(Value("Requests/sec:")), Milliseconds(Value("50%")), Milliseconds(Value("99%")), requests == 0 ? 0 : cpu.TotalMilliseconds / requests, errors);

        string Value(string label) => lines.Single(l => l.StartsWith(label, StringComparison.Ordinal))[label.Length..].Trim();
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static double Milliseconds(string text) =>
        text.EndsWith("us", StringComparison.Ordinal) ? Number(text[..^2]) / 1000 : text.EndsWith("ms", StringComparison.Ordinal) ? Number(text[..^2]) : Number(text[..^1]) * 1000;
}
