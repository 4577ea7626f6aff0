using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Cms.Data;

/// <summary>Wakes the outbox worker of this process when a committed change left messages.</summary>
public sealed class OutboxSignal : IDisposable
{
    readonly SemaphoreSlim signal = new(0, 1);

    public void Wake()
    {
        try { signal.Release(); }
        catch (SemaphoreFullException) { /* it is awake already */ }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => signal.WaitAsync(atMost, cancel);

    public void Dispose() => signal.Dispose();
}

/// <summary>Delivers outbox messages: leases a few, hands each to its handler, deletes it, or puts it off with a growing pause, and in the end keeps it aside as dead.</summary>
public sealed class OutboxWorker(IServiceScopeFactory scopes, IPortalDatabase database, OutboxSignal signal, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    const int Batch = 20;
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);
    readonly string me = Ids.New();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await DeliverDueAsync(stoppingToken) == Batch) continue;
                await signal.WaitAsync(Idle, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception failure)
            {
                log.LogError(failure, "The outbox could not be read; trying again.");
                await Task.Delay(Idle, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Delivers what is due now, once. Public so that the command line and tests can run it by hand.</summary>
    /// <returns>How many messages were taken.</returns>
    public async Task<int> DeliverDueAsync(CancellationToken cancel)
    {
        var leased = await LeaseAsync(cancel);
        foreach (var message in leased)
        {
            await using var scope = scopes.CreateAsyncScope();
            var failure = await TryAsync(scope.ServiceProvider, message, cancel);
            await SettleAsync(scope.ServiceProvider, message, failure, cancel);
        }

        return leased.Count;
    }

    async Task<List<OutboxMessage>> LeaseAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var now = clock.UtcNow;
        // A look without the gate: an idle portal must not write every few seconds.
        if (!await db.Outbox.AnyAsync(OutboxMessage.IsDue(now), cancel)) return [];

        var lease = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync<List<OutboxMessage>>(async () =>
        {
            var messages = await database.TakeDue(db, now, Batch).ToListAsync(cancel);
            foreach (var message in messages) (message.LeasedBy, message.LeasedUntilUtc) = (me, now + Lease);
            return messages;
        }, cancel);
        return lease.Value;
    }

    async Task<Exception?> TryAsync(IServiceProvider services, OutboxMessage message, CancellationToken cancel)
    {
        try
        {
            var handler = services.GetServices<IOutboxHandler>().FirstOrDefault(h => h.Kind == message.Kind)
                ?? throw new InvalidOperationException($"No enabled feature delivers messages of kind {message.Kind}.");
            await handler.DeliverAsync(message.Payload, cancel);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning("Message {Id} of kind {Kind} was not delivered ({Failure}), attempt {Attempt}.", message.Id, message.Kind, failure.GetType().Name, message.Attempts + 1);
            return failure;
        }
    }

    async Task SettleAsync(IServiceProvider services, OutboxMessage message, Exception? failure, CancellationToken cancel)
    {
        var db = services.GetRequiredService<PortalDb>();
        await services.GetRequiredService<UnitOfWork>().RunAsync<Done>(async () =>
        {
            var mine = db.Outbox.Where(m => m.Id == message.Id && m.LeasedBy == me);
            if (failure is null)
            {
                await mine.ExecuteDeleteAsync(cancel);
            }
            else
            {
                DateTime? dead = message.Attempts + 1 >= OutboxPatience.MostAttempts ? clock.UtcNow : null;
                if (dead is not null) log.LogError("Message {Id} of kind {Kind} could not be delivered in {Attempts} attempts and was kept aside ({Failure}).", message.Id, message.Kind, message.Attempts + 1, failure.GetType().Name);
                await mine.ExecuteUpdateAsync(
                    m => m.SetProperty(x => x.Attempts, x => x.Attempts + 1).SetProperty(x => x.DueUtc, clock.UtcNow + OutboxPatience.PauseAfter(message.Attempts)).SetProperty(x => x.DeadUtc, dead)
                        .SetProperty(x => x.LeasedBy, (string?)null).SetProperty(x => x.LeasedUntilUtc, (DateTime?)null)
                        .SetProperty(x => x.LastError, failure.GetType().Name), cancel);
            }

            return default(Done);
        }, cancel);
    }
}
