using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Cms.Data;

namespace Portal.Cms.Caching;

/// <summary>Follows the change log, so that what another process did (the command line, another node) reaches this one's caches.</summary>
public sealed class ChangeLogTail(IServiceScopeFactory scopes, IChangeSignal signal, ChangeNotifier changes, TimeProvider clock, ILogger<ChangeLogTail> log) : BackgroundService
{
    static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? cursor = null;
        var cleaned = clock.UtcNow;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                cursor = await FollowAsync(cursor, stoppingToken);
                if (clock.UtcNow - cleaned > TimeSpan.FromHours(1))
                {
                    await CleanAsync(stoppingToken);
                    cleaned = clock.UtcNow;
                }

                await signal.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception failure)
            {
                log.LogError(failure, "The change log could not be followed; trying again.");
                await Task.Delay(PauseAfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task<long> FollowAsync(long? cursor, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (cursor is not { } seen) return await db.ChangeLog.MaxAsync(e => (long?)e.Seq, cancel) ?? 0;

        var news = await db.ChangeLog.Where(e => e.Seq > seen).OrderBy(e => e.Seq).Take(1000).Select(e => new { e.Seq, e.Tag }).ToListAsync(cancel);
        if (news.Count == 0) return seen;

        // Another process may have left mail as well; the worker looks.
        await changes.CommittedAsync(news.Select(e => e.Tag).Distinct(StringComparer.Ordinal), told: true);
        return news[^1].Seq;
    }

    async Task CleanAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var old = clock.UtcNow - Kept;
        await services.GetRequiredService<UnitOfWork>().RunAsync<Done>(async () =>
        {
            await services.GetRequiredService<PortalDb>().ChangeLog.Where(e => e.AtUtc < old).ExecuteDeleteAsync(cancel);
            return default(Done);
        }, cancel);
    }
}
