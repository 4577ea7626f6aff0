using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Portal.Cms.Jobs;

/// <summary>Where Quartz keeps what runs when, for a database that several nodes share. Without one it is kept in memory.</summary>
/// <param name="Use">Chooses the store.</param>
public sealed record JobStore(Action<IQuartzBuilder> Use);

static class JobScheduling
{
    /// <summary>Jobs do not add to the work of a start; what fell due meanwhile waits this long, or for one interval if that is shorter.</summary>
    static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(10);

    /// <summary>Lets Quartz call every job that was registered so far: call it after the modules.</summary>
    public static IServiceCollection AddJobSchedule(this IServiceCollection services)
    {
        var instances = services.Select(s => s.ServiceKey is null ? s.ImplementationInstance : null).ToList();
        services.AddQuartz(quartz =>
        {
            foreach (var store in instances.OfType<JobStore>()) store.Use(quartz);
            foreach (var job in instances.OfType<JobRegistration>()) Add(quartz, job);
        });
        return services.AddHostedService<JobClock>();
    }

    static void Add(IQuartzBuilder quartz, JobRegistration job)
    {
        var key = new JobKey(job.Type.Name);
        quartz.AddJob(typeof(JobRun<>).MakeGenericType(job.Type), j => j.WithIdentity(key));
        quartz.AddTrigger((services, trigger) => trigger.ForJob(key).WithIdentity(job.Type.Name)
            .StartAt(services.GetRequiredService<TimeProvider>().GetUtcNow() + (job.Every < AfterStart ? job.Every : AfterStart)).WithSimpleSchedule(s => s.WithInterval(job.Every).RepeatForever()));
    }
}
