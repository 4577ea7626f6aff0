using System.Diagnostics;

namespace Portal.BrowserTests.Hosting;

/// <param name="Output">What the command wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
public sealed record CommandOutcome(int Exit, string Output, string Errors);

/// <summary>The portal's program as its operator runs it.</summary>
static class PortalCommand
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<CommandOutcome> RunAsync(string folder, IEnumerable<string> args, string? input = null, string? adminPassword = null)
    {
        using var process = Process.Start(Describe(folder, args, adminPassword))!;
        if (input is not null) await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        using var end = new CancellationTokenSource(Longest);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(end.Token), process.StandardError.ReadToEndAsync(end.Token));
            await process.WaitForExitAsync(end.Token);
            return new(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Runs a command that has to succeed; its answer.</summary>
    public static async Task<string> DoAsync(string folder, IEnumerable<string> args, string? input = null, string? adminPassword = null)
    {
        var outcome = await RunAsync(folder, args, input, adminPassword);
        outcome.Exit.ShouldBe(0, outcome.Output + outcome.Errors);
        return outcome.Output;
    }

    public static ProcessStartInfo Describe(string folder, IEnumerable<string> args, string? adminPassword)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Portal, .. args])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder,
        };
        start.Environment["PORTAL_DATA"] = folder;
        // Scripted visitors are quick, and all come from one address.
        start.Environment["Portal__Participation__LeastSeconds"] = "0";
        start.Environment["Portal__Participation__SendsPerTenMinutes"] = "1000";
        start.Environment.Remove("PORTAL_ADMIN_PASSWORD");
        // A test that is about the second factor asks for it.
        start.Environment["Portal__SecondFactor"] = "optional";
        if (adminPassword is not null) start.Environment["PORTAL_ADMIN_PASSWORD"] = adminPassword;
        return start;
    }
}
