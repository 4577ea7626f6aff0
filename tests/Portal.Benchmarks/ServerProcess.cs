using System.Diagnostics;
using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>A server under test: its own process, as a rule pinned to one core, so that the load on the other does not disturb it.</summary>
sealed class ServerProcess : IDisposable
{
    /// <summary>Clock ticks per second in /proc (USER_HZ), 100 on every Linux that .NET runs on.</summary>
    const double TicksPerSecond = 100;

    readonly Process process;

    ServerProcess(Process process, TimeSpan ready) => (this.process, Ready) = (process, ready);

    /// <summary>From the start of the process to the first answer of the address asked.</summary>
    public TimeSpan Ready { get; }

    public static async Task<ServerProcess> StartAsync(IReadOnlyList<string> command, Uri readyAt, IReadOnlyDictionary<string, string> environment, bool isPinned = true)
    {
        IReadOnlyList<string> pinned = isPinned ? ["taskset", "-c", "0", .. command] : command;
        var start = new ProcessStartInfo(pinned[0], pinned.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
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
    public TimeSpan Cpu => CpuIn($"/proc/{process.Id}/stat", 11);

    /// <summary>The same of all processes together that were started from here and have ended.</summary>
    public static TimeSpan CpuOfEnded => CpuIn("/proc/self/stat", 13);

    /// <param name="first">Number of the field of user time behind the process's name; that of the kernel follows.</param>
    static TimeSpan CpuIn(string file, int first)
    {
        var stat = File.ReadAllText(file);
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((long.Parse(fields[first], CultureInfo.InvariantCulture) + long.Parse(fields[first + 1], CultureInfo.InvariantCulture)) / TicksPerSecond);
    }

    /// <summary>Memory in use, in bytes (resident set).</summary>
    public long Memory => MemoryOf("VmRSS");

    /// <summary>What of it is the process's own, in bytes: without the pages of program files, which the system drops and reads again as it likes.</summary>
    public long OwnMemory => Memory - MemoryOf("RssFile");

    long MemoryOf(string name) =>
        long.Parse(File.ReadLines($"/proc/{process.Id}/status").Single(l => l.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
