using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Cms.Security;

namespace Portal.Cms.Jobs;

/// <summary>One run of a job, as Quartz calls it.</summary>
[Quartz.DisallowConcurrentExecution]
sealed class JobRun<TJob>(IServiceScopeFactory scopes, ILogger<TJob> log) : Quartz.IJob where TJob : IJob
{
    public async ValueTask Execute(Quartz.IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().BecomeSystem(typeof(TJob).Name);
        try
        {
            await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The job {Job} failed; it is tried again at its next time.", typeof(TJob).Name);
        }
    }
}
