using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Cms.Data;

/// <summary>Notes in memory what requests must not wait for, and writes it down once a minute and when the portal stops. What was noted is lost if the process is killed: counts and last uses only.</summary>
public abstract class WrittenLater(TimeProvider clock, ILogger log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected TimeProvider Clock => clock;

    /// <summary>Writes down what was noted since the last time. Public so that tests can do it by hand.</summary>
    public abstract Task WriteAsync(CancellationToken cancel);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                // The last turn, when the portal stops, must still be written.
                await WriteAsync(CancellationToken.None);
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "{Notes} could not be written down.", GetType().Name);
            }
        }
    }
}
