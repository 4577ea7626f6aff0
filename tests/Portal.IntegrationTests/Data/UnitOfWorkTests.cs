using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Cms.Sqlite;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Data;

/// <summary>A change happens as a whole, with its audit record, its messages and its tags, or not at all.</summary>
public abstract class UnitOfWorkTests(TestPortal portal)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_that_ends_in_a_problem_leaves_nothing(bool grouped)
    {
        var outcome = await ChangeAsync("problem", grouped, _ => Problem.Conflict("No."));
        outcome.Problem!.Kind.ShouldBe(ProblemKind.Conflict);
        await NothingIsLeftOfAsync("problem");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_that_throws_leaves_nothing(bool grouped)
    {
        await Should.ThrowAsync<InvalidOperationException>(() => ChangeAsync("throws", grouped, _ => throw new InvalidOperationException("Broken.")));
        await NothingIsLeftOfAsync("throws");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_by_somebody_who_may_not_is_a_refusal_and_leaves_nothing(bool grouped)
    {
        var outcome = await ChangeAsync("denied", grouped, _ => throw new PermissionDeniedException(Problem.Forbidden("You may not.")));
        outcome.Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        await NothingIsLeftOfAsync("denied");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_that_succeeds_leaves_all_of_it(bool grouped)
    {
        var mark = $"kept-{grouped}";
        (await ChangeAsync(mark, grouped, _ => default(Done))).Problem.ShouldBeNull();
        (await LeftOfAsync(mark)).ShouldBe((1, 1, 1, 1));
    }

    [Fact]
    public async Task Of_many_changes_in_one_group_those_that_fail_leave_the_others_alone()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            try { return (await ChangeAsync($"group-{i}", grouped: true, _ => (i % 3) switch { 0 => default(Done), 1 => Problem.Conflict("No."), _ => throw new InvalidOperationException("Broken.") })).Succeeded; }
            catch (InvalidOperationException) { return false; }
        }));

        outcomes.Count(o => o).ShouldBe(20);
        for (var i = 0; i < 60; i++) (await LeftOfAsync($"group-{i}")).ShouldBe(i % 3 == 0 ? (1, 1, 1, 1) : (0, 0, 0, 0), $"change {i}");
    }

    [Fact]
    public async Task An_action_that_joins_another_shares_its_fate()
    {
        await portal.AsSystemAsync(async s =>
        {
            var (work, db) = (s.GetRequiredService<UnitOfWork>(), s.GetRequiredService<PortalDb>());
            return await work.RunAsync<Done>(async () =>
            {
                (await work.RunAsync<Done>(() => { db.Settings.Add(new StoredSetting { Name = "joined", Json = "1" }); return Task.FromResult<Result<Done>>(default(Done)); }, Cancel)).Problem.ShouldBeNull();
                return Problem.Conflict("The whole is given up.");
            }, Cancel);
        });
        (await portal.ReadAsync(db => db.Settings.AnyAsync(x => x.Name == "joined", Cancel))).ShouldBeFalse();
    }

    Task<Result<Done>> ChangeAsync(string mark, bool grouped, Func<PortalDb, Result<Done>> end) => portal.AsSystemAsync(s =>
    {
        var (work, db) = (s.GetRequiredService<UnitOfWork>(), s.GetRequiredService<PortalDb>());
        Func<Task<Result<Done>>> change = async () =>
        {
            db.Settings.Add(new StoredSetting { Name = mark, Json = "1" });
            s.GetRequiredService<Cms.Audit.AuditTrail>().Record("Test", "Changed", mark);
            work.Tell("none", mark);
            work.Evict(mark);
            await db.SaveChangesAsync(Cancel);
            return end(db);
        };
        return grouped ? work.RunGroupedAsync(change, Cancel) : work.RunAsync(change, Cancel);
    });

    async Task NothingIsLeftOfAsync(string mark) => (await LeftOfAsync(mark)).ShouldBe((0, 0, 0, 0));

    Task<(int Rows, int Records, int Messages, int Tags)> LeftOfAsync(string mark) => portal.ReadAsync(async db => (
        await db.Settings.CountAsync(x => x.Name == mark, Cancel), await db.AuditTrail.CountAsync(x => x.SubjectId == mark, Cancel),
        await db.Outbox.CountAsync(x => x.Payload == mark, Cancel), await db.ChangeLog.CountAsync(x => x.Tag == mark, Cancel)));
}

public sealed class UnitOfWorkTestsOnSqlite(SharedPortal shared) : UnitOfWorkTests(shared.Portal), IClassFixture<SharedPortal>
{
    [Fact]
    public Task Whoever_waits_to_write_lends_the_others_the_connection_and_reads_on_afterwards() => shared.Portal.AsSystemAsync(async waiting =>
    {
        var (db, gate, cancel) = (waiting.GetRequiredService<PortalDb>(), waiting.GetRequiredService<GroupCommit>().Gate, TestContext.Current.CancellationToken);
        var own = db.Database.GetDbConnection();
        await gate.WaitAsync(cancel);
        var writing = waiting.GetRequiredService<UnitOfWork>().RunGroupedAsync<Done>(() => Task.FromResult<Result<Done>>(default(Done)), cancel);
        try
        {
            using var other = shared.Portal.Services.CreateScope();
            other.ServiceProvider.GetRequiredService<ScopeConnection>().Connection.ShouldBe(own);
        }
        finally
        {
            gate.Release();
        }

        (await writing).Problem.ShouldBeNull();
        (await db.Settings.CountAsync(cancel)).ShouldBePositive();
        return default(Done);
    });
}

public sealed class UnitOfWorkTestsOnPostgres(SharedPostgresPortal shared) : UnitOfWorkTests(shared.Portal), IClassFixture<SharedPostgresPortal>;
