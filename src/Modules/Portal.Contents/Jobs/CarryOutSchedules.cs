using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Cms.Security;
using Portal.Contents.Scheduling;

namespace Portal.Contents.Jobs;

/// <summary>Publishes and unpublishes what was scheduled and is due, each item in a transaction of its own and as the person who asked for it. What that person may not do now is refused, and they are told.</summary>
public sealed class CarryOutSchedules(PortalDb db, IServiceScopeFactory scopes, UnitOfWork work, RefusedSchedules refused, TimeProvider clock, ILogger<CarryOutSchedules> log) : IJob
{
    const int MostAtOnce = 100;

    static readonly Problem NoSuchAccount = Problem.Forbidden("The account that asked for it is closed.");

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var due = await db.ContentSchedules.AsNoTracking().Where(s => s.RefusedUtc == null && s.AtUtc <= now).OrderBy(s => s.AtUtc).ThenBy(s => s.Step).Take(MostAtOnce).ToListAsync(cancel);
        foreach (var schedule in due)
        {
            try
            {
                if (await DoAsync(schedule, cancel) is { } problem) await RefuseAsync(schedule, problem, cancel);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // It stays due and is tried again; the others do not wait for it.
                log.LogError(failure, "What was scheduled for the item {Item} failed.", schedule.ContentItemId);
            }
        }
    }

    /// <returns>Why it may not be done; null where it was.</returns>
    async Task<Problem?> DoAsync(ContentSchedule schedule, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (schedule.ById is not { } person) services.GetRequiredService<CurrentUser>().BecomeSystem(nameof(CarryOutSchedules));
        else if (!await services.GetRequiredService<ActingPerson>().BecomeAsync(person, cancel)) return NoSuchAccount;

        var outcome = schedule.Step == ScheduledStep.Publish
            ? await services.GetRequiredService<PublishContentItem>().RunAsync(schedule.ContentItemId, cancel)
            : await services.GetRequiredService<UnpublishContentItem>().RunAsync(schedule.ContentItemId, cancel);
        return outcome.Problem;
    }

    Task<Result<Done>> RefuseAsync(ContentSchedule schedule, Problem problem, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        // Somebody may have cancelled it, or asked for another time, while it was tried.
        if (await db.ContentSchedules.FindAsync([schedule.ContentItemId, schedule.Step], cancel) is not { } row || row.AtUtc != schedule.AtUtc || row.RefusedUtc is not null) return default(Done);

        row.Refuse(problem, clock.UtcNow);
        await refused.TellAsync(row, cancel);
        return default(Done);
    }, cancel);
}
