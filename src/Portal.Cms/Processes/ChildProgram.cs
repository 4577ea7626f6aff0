using System.Diagnostics;
using System.Globalization;

namespace Portal.Cms.Processes;

/// <summary>How much a child process may use.</summary>
/// <param name="Memory">Address space, in bytes.</param>
/// <param name="Processor">Processor time.</param>
/// <param name="Wall">Time until it is killed, whatever it does.</param>
/// <param name="Output">Most bytes of standard output; more is an error, not a cut.</param>
public sealed record ProcessLimits(long Memory, TimeSpan Processor, TimeSpan Wall, long Output)
{
    /// <summary>For a program that works on one uploaded file: 1 GiB, 20 s of processor time, 40 s, 32 MiB of output.</summary>
    public static readonly ProcessLimits OneFile = new(1L << 30, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40), 32L << 20);
}

/// <summary>What a child process left.</summary>
/// <param name="Succeeded">It ended by itself with exit code 0, within its limits.</param>
/// <param name="Output">Standard output; empty where it did not succeed.</param>
/// <param name="Error">The beginning of standard error, for the log: never for readers, it may quote the file.</param>
public sealed record ProcessResult(bool Succeeded, byte[] Output, string Error);

/// <summary>Runs a program of the operating system on untrusted files: as a child process with limits (<c>prlimit</c> of util-linux), so that whatever a file does to a decoder cannot take the portal down.</summary>
/// <remarks>No shell is involved; arguments reach the program as they are. The child inherits no environment but PATH, HOME (its working folder) and a UTF-8 locale.</remarks>
public static class ChildProgram
{
    const int ErrorShown = 2000;
    static readonly string[] Folders = ["/usr/local/bin", "/usr/bin", "/bin"];

    /// <summary>Whether the program is installed.</summary>
    public static bool Exists(string name) => PathOf(name) is not null;

    /// <param name="name">File name of a program on PATH.</param>
    /// <param name="folder">Working folder; make a temporary one and delete it.</param>
    /// <param name="input">What it reads from standard input; null = nothing.</param>
    /// <exception cref="InvalidOperationException">The program is not installed: ask <see cref="Exists"/> first.</exception>
    public static async Task<ProcessResult> RunAsync(string name, IEnumerable<string> arguments, string folder, ProcessLimits limits, Stream? input, CancellationToken cancel)
    {
        var program = PathOf(name) ?? throw new InvalidOperationException($"The program {name} is not installed.");
        using var process = Process.Start(Limited(program, arguments, folder, limits)) ?? throw new InvalidOperationException($"The program {name} did not start.");
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ending.CancelAfter(limits.Wall);
        try
        {
            var feeding = FeedAsync(process, input, ending.Token);
            var error = ReadAsync(process.StandardError.BaseStream, ErrorShown, cutsOff: true, ending.Token);
            var output = await ReadAsync(process.StandardOutput.BaseStream, limits.Output, cutsOff: false, ending.Token);
            await feeding;
            await process.WaitForExitAsync(ending.Token);
            var succeeded = process.ExitCode == 0 && output is not null;
            return new(succeeded, succeeded ? output! : [], System.Text.Encoding.UTF8.GetString((await error)!));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(false, [], $"{name} took longer than {limits.Wall.TotalSeconds} s.");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    static ProcessStartInfo Limited(string program, IEnumerable<string> arguments, string folder, ProcessLimits limits)
    {
        var start = new ProcessStartInfo(PathOf("prlimit") ?? throw new InvalidOperationException("The program prlimit (util-linux) is not installed."))
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (var (key, value) in new[] { ("PATH", string.Join(':', Folders)), ("HOME", folder), ("TMPDIR", folder), ("LC_ALL", "C.UTF-8"), ("VIPS_BLOCK_UNTRUSTED", "1") }) start.Environment[key] = value;

        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--as={limits.Memory}"));
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--cpu={(long)Math.Ceiling(limits.Processor.TotalSeconds)}"));
        start.ArgumentList.Add("--core=0");
        start.ArgumentList.Add(program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    static async Task FeedAsync(Process process, Stream? input, CancellationToken cancel)
    {
        try
        {
            if (input is not null) await input.CopyToAsync(process.StandardInput.BaseStream, cancel);
            process.StandardInput.Close();
        }
        catch (IOException) { /* it did not want to read all of it; its exit code tells */ }
    }

    /// <returns>What was read; null where there was more and <paramref name="cutsOff"/> is not set.</returns>
    static async Task<byte[]?> ReadAsync(Stream stream, long atMost, bool cutsOff, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            var room = (int)Math.Min(count, atMost - kept.Length);
            if (room < count && !cutsOff) return null;
            // What is cut off is still read, so that the child does not wait for a reader.
            kept.Write(buffer, 0, room);
        }

        return kept.ToArray();
    }

    static string? PathOf(string name) => Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
