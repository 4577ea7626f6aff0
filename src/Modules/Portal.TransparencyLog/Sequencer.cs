using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Cms.Data;
using Portal.TransparencyLog.Actions;
using Portal.TransparencyLog.Models;

namespace Portal.TransparencyLog;

/// <summary>Looks twice a second for events that wait, so that each is in the log at most a second after it happened.</summary>
public sealed class Sequencer(IServiceScopeFactory scopes, ILogger<Sequencer> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await AppendAsync(stoppingToken) == AppendToLog.Most) { }
                await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception failure)
            {
                log.LogError(failure, "Events could not be appended to the transparency log; they wait.");
                await Task.Delay(PauseAfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task<int> AppendAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        // A look without the gate: an idle portal must not write.
        if (!await scope.ServiceProvider.GetRequiredService<PortalDb>().LogPending.AnyAsync(cancel)) return 0;
        var appended = await scope.ServiceProvider.GetRequiredService<AppendToLog>().RunAsync(cancel);
        return appended.Succeeded ? appended.Value : 0;
    }
}
