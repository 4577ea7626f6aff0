using System.ComponentModel;
using System.Diagnostics;

namespace Portal.BrowserTests.Hosting;

/// <summary>A program that is no part of the portal and judges what it says.</summary>
static class Tool
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Runs it to its end.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        using var end = new CancellationTokenSource(Longest);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(end.Token), process.StandardError.ReadToEndAsync(end.Token));
            await process.WaitForExitAsync(end.Token);
            process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{await errors}");
            return await output;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Where an npm package of these tests stands.</summary>
    public static string Package(params string[] path) => Path.Combine([Repository.Tests, "node_modules", .. path]);

    static Process Start(string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Repository.Tests })!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"These tests need {program}. ./test.sh installs it; on Debian: apt-get install {(program == "java" ? "default-jre-headless" : "nodejs")}", missing);
        }
    }
}
