using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Data.Actions;
using Portal.IntegrationTests.Hosting;
using Portal.Web;

namespace Portal.IntegrationTests.Data;

public abstract class OutboxTests(DatabaseKind database)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_cannot_be_delivered_is_tried_again_after_growing_pauses()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        await TellAsync(portal, "nobody-delivers-this", "x");
        var worker = portal.Services.GetRequiredService<OutboxWorker>();

        foreach (var minutes in new[] { 1, 2, 4, 8 })
        {
            (await worker.DeliverDueAsync(Cancel)).ShouldBe(1);
            var message = await portal.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(Cancel));
            message.DueUtc.ShouldBe(portal.Clock.GetUtcNow().UtcDateTime.AddMinutes(minutes));
            message.LeasedBy.ShouldBeNull();
            message.LastError.ShouldNotBeNullOrEmpty();
            (await worker.DeliverDueAsync(Cancel)).ShouldBe(0);
            portal.Clock.Set(message.DueUtc.AddMilliseconds(-1));
            (await worker.DeliverDueAsync(Cancel)).ShouldBe(0);
            portal.Clock.Set(message.DueUtc);
        }
    }

    [Fact]
    public async Task A_message_that_fails_for_days_is_kept_aside_until_somebody_has_it_tried_again_or_its_time_is_over()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        await TellAsync(portal, "nobody-delivers-this", "x");
        var worker = portal.Services.GetRequiredService<OutboxWorker>();

        await TryUntilDeadAsync(portal, worker);
        (portal.Clock.GetUtcNow().UtcDateTime - Template.Start).TotalDays.ShouldBeInRange(4, 5);
        portal.Clock.Advance(TimeSpan.FromDays(20));
        (await worker.DeliverDueAsync(Cancel)).ShouldBe(0);

        (await portal.AsSystemAsync(s => s.GetRequiredService<RetryDeadMessages>().RunAsync(12345, Cancel))).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
        (await portal.AsSystemAsync(s => s.GetRequiredService<RetryDeadMessages>().RunAsync(null, Cancel))).Value.ShouldBe(1);
        (await worker.DeliverDueAsync(Cancel)).ShouldBe(1);
        (await TheOnlyAsync(portal)).Attempts.ShouldBe(1);

        await TryUntilDeadAsync(portal, worker);
        portal.Clock.Advance(OutboxPatience.DeadKept - TimeSpan.FromSeconds(1));
        await portal.RunJobAsync<DeleteDeadMessages>();
        (await TheOnlyAsync(portal)).DeadUtc.ShouldNotBeNull();
        portal.Clock.Advance(TimeSpan.FromSeconds(2));
        await portal.RunJobAsync<DeleteDeadMessages>();
        (await portal.ReadAsync(db => db.Outbox.CountAsync(Cancel))).ShouldBe(0);
    }

    static async Task TryUntilDeadAsync(TestPortal portal, OutboxWorker worker)
    {
        for (var attempt = 0; attempt <= OutboxPatience.MostAttempts; attempt++)
        {
            var message = await TheOnlyAsync(portal);
            if (message.DeadUtc is not null) return;
            if (message.DueUtc > portal.Clock.GetUtcNow().UtcDateTime) portal.Clock.Set(message.DueUtc);
            (await worker.DeliverDueAsync(Cancel)).ShouldBe(1);
        }

        Assert.Fail("It never died.");
    }

    static Task<OutboxMessage> TheOnlyAsync(TestPortal portal) => portal.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(Cancel));

    [Fact]
    public async Task A_message_that_another_worker_holds_is_left_alone_until_its_lease_ends()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        await TellAsync(portal, "nobody-delivers-this", "x");
        var until = Template.Start.AddMinutes(2);
        await portal.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.LeasedBy, "another").SetProperty(x => x.LeasedUntilUtc, until), Cancel));
        var worker = portal.Services.GetRequiredService<OutboxWorker>();

        (await worker.DeliverDueAsync(Cancel)).ShouldBe(0);
        portal.Clock.Set(until.AddSeconds(1));
        (await worker.DeliverDueAsync(Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_workers_at_once_take_each_message_once()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        for (var i = 0; i < 10; i++) await TellAsync(portal, "nobody-delivers-this", $"{i}");
        await using var beside = await portal.BesideAsync();

        var taken = await Task.WhenAll(portal.Services.GetRequiredService<OutboxWorker>().DeliverDueAsync(Cancel), beside.Services.GetRequiredService<OutboxWorker>().DeliverDueAsync(Cancel));

        taken.Sum().ShouldBe(10);
        (await portal.ReadAsync(db => db.Outbox.Select(m => m.Attempts).ToListAsync(Cancel))).ShouldAllBe(a => a == 1);
    }

    static Task<Result<Done>> TellAsync(TestPortal portal, string kind, string payload) => portal.AsSystemAsync(s =>
    {
        var work = s.GetRequiredService<UnitOfWork>();
        return work.RunAsync<Done>(() => { work.Tell(kind, payload); return Task.FromResult<Result<Done>>(default(Done)); }, Cancel);
    });
}

public sealed class OutboxTestsOnSqlite() : OutboxTests(DatabaseKind.Sqlite);

public sealed class OutboxTestsOnPostgres() : OutboxTests(DatabaseKind.Postgres);
