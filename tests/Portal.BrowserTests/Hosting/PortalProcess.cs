using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;

namespace Portal.BrowserTests.Hosting;

/// <summary>A portal that serves a data folder, on a port that the system chose.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    const string Ready = "The portal is ready: ";
    static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    readonly Process process;
    readonly ConcurrentQueue<string> lines = new();
    readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    PortalProcess(Process process, string folder)
    {
        (this.process, Folder) = (process, folder);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The portal ended before it served.\n" + Console));
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
    }

    public string Folder { get; }

    public Uri Address => Client.BaseAddress!;

    /// <summary>Everything that the portal has written to its console.</summary>
    public string Console => string.Join('\n', lines);

    /// <summary>A visitor without a session.</summary>
    public HttpClient Client { get; }

    public static async Task<PortalProcess> ServeAsync(string folder, string? adminPassword = null)
    {
        var portal = new PortalProcess(Process.Start(PortalCommand.Describe(folder, ["serve", "--urls", "http://127.0.0.1:0"], adminPassword))!, folder);
        try
        {
            portal.Client.BaseAddress = await portal.address.Task.WaitAsync(LongestStart);
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    /// <summary>A program that acts with a token.</summary>
    public HttpClient Program(string token)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Ends the process as a power cut does: nothing is told, nothing is closed.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
        Client.Dispose();
    }

    void Hear(string? line)
    {
        if (line is null) return;
        lines.Enqueue(line);
        if (line.StartsWith(Ready, StringComparison.Ordinal)) address.TrySetResult(new(line[Ready.Length..].Split(',')[0]));
    }
}
