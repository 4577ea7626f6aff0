using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Portal.Cms.Modules;

/// <summary>Background work of a module, that runs in serving processes only.</summary>
public sealed record PortalWorker(IHostedService Service);

/// <summary>Starts and stops the workers of the modules with the host.</summary>
sealed class PortalWorkers(IEnumerable<PortalWorker> workers) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var worker in workers) await worker.Service.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(workers.Select(w => w.Service.StopAsync(cancellationToken)));
}
