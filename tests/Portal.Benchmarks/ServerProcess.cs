using System.Diagnostics;
using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>A server under test: its own process, pinned to one core, so that the load on the other does not disturb it.</summary>
sealed class ServerProcess : IDisposable
{
    /// <summary>Clock ticks per second in /proc (USER_HZ), 100 on every Linux that .NET runs on.</summary>
    const double TicksPerSecond = 100;

    readonly Process process;

    ServerProcess(Process process, TimeSpan ready) => (this.process, Ready) = (process, ready);

    /// <summary>From the start of the process to the first answer of the address asked.</summary>
    public TimeSpan Ready { get; }

    public static async Task<ServerProcess> StartAsync(IReadOnlyList<string> command, Uri readyAt, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("taskset", ["-c", "0", .. command]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;

        var watch = Stopwatch.StartNew();
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        started.ErrorDataReceived += (_, line) => { if (line.Data is { Length: > 0 } text) Console.Error.WriteLine(text); };
        started.BeginErrorReadLine();

        using var client = new HttpClient();
        while (watch.Elapsed < TimeSpan.FromSeconds(60))
        {
            try
            {
                using var response = await client.GetAsync(readyAt);
                if (response.IsSuccessStatusCode) return new(started, watch.Elapsed);
            }
            catch (HttpRequestException) { /* not listening yet */ }

            await Task.Delay(10);
        }

        started.Kill(entireProcessTree: true);
        throw new InvalidOperationException($"{string.Join(' ', command)} did not answer at {readyAt} within a minute.");
    }

    /// <summary>Processor time used so far, by user code and kernel.</summary>
    public TimeSpan Cpu
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
        }
    }

    /// <summary>Memory in use, in bytes (resident set).</summary>
    public long Memory =>
        long.Parse(File.ReadLines($"/proc/{process.Id}/status").Single(l => l.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
