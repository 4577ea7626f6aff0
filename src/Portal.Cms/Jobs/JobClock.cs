using Microsoft.Extensions.Hosting;
using Quartz;

namespace Portal.Cms.Jobs;

/// <summary>Starts the schedule of jobs soon after the portal serves, and ends it with the portal when the jobs that run are done. To make it takes a tenth of a second, for which neither the start nor the first readers have to wait.</summary>
sealed class JobClock(ISchedulerFactory schedules, IHostApplicationLifetime portal, TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await UntilServingAsync(stoppingToken);
        await Task.Delay(Pause, clock, stoppingToken);
        var schedule = await schedules.GetScheduler(stoppingToken);
        await schedule.Start(stoppingToken);
        await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await schedule.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
    }

    async Task UntilServingAsync(CancellationToken stoppingToken)
    {
        var serving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = portal.ApplicationStarted.Register(serving.SetResult);
        await serving.Task.WaitAsync(stoppingToken);
    }
}
