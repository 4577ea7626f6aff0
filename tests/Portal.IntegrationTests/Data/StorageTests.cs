using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content.Actions;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Settings;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Data;

/// <summary>What goes in comes out, in the same order, on both databases.</summary>
public abstract class StorageTests(TestPortal portal)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Instants_come_back_in_UTC_to_the_microsecond_and_sort_by_it()
    {
        var start = new DateTime(2026, 3, 29, 0, 59, 59, DateTimeKind.Utc).AddTicks(1_234_567);
        foreach (var micros in new[] { 2, 0, 1 }) await TellAsync("instant", start.AddMicroseconds(micros));

        var stored = await portal.ReadAsync(db => db.Outbox.Where(m => m.Kind == "instant").OrderBy(m => m.DueUtc).Select(m => m.DueUtc).ToListAsync(Cancel));

        var first = start.AddTicks(-7);
        stored.ShouldBe([first, first.AddMicroseconds(1), first.AddMicroseconds(2)]);
        stored.ShouldAllBe(i => i.Kind == DateTimeKind.Utc);
        (await portal.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == "instant" && m.DueUtc <= first.AddMicroseconds(1), Cancel))).ShouldBe(2);
    }

    [Fact]
    public async Task Texts_are_compared_and_sorted_by_their_bytes()
    {
        string[] names = ["order a", "order B", "order č", "order Đ", "order z", "order Љ", "order \U0001F54A"];
        await KeepAsync(names);

        var stored = await portal.ReadAsync(db => db.Settings.Where(s => EF.Functions.Like(s.Name, "order %")).OrderBy(s => s.Name).Select(s => s.Name).ToListAsync(Cancel));

        stored.ShouldBe(names.OrderBy(n => Convert.ToHexString(Encoding.UTF8.GetBytes(n)), StringComparer.Ordinal));
        (await portal.ReadAsync(db => db.Settings.AnyAsync(s => s.Name == "order A", Cancel))).ShouldBeFalse();
        (await portal.ReadAsync(db => db.Settings.AnyAsync(s => s.Name.Contains("ORDER"), Cancel))).ShouldBeFalse();
    }

    [Fact]
    public async Task Stored_sort_keys_put_names_into_a_languages_own_order()
    {
        var rows = await portal.ReadAsync(db => db.Set<ContentItemIndex>().Where(o => o.Culture == "sr").OrderBy(o => o.LatinSortKey).ToListAsync(Cancel));
        rows.Count.ShouldBeGreaterThan(3);
        rows.Select(o => Convert.ToHexString(o.LatinSortKey)).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Letters_of_every_kind_come_back_as_they_were()
    {
        const string Text = "Ђорђе, Đorđe, Ëndërr, \"наводници\", \U0001F54A, e\u0301, \t|\n\\u0041 'x' -- ;";
        await KeepAsync([Text]);
        (await portal.ReadAsync(db => db.Settings.SingleAsync(s => s.Name == Text, Cancel))).Json.ShouldBe("1");
    }

    [Fact]
    public async Task The_one_character_that_PostgreSQL_cannot_keep_is_refused_on_both()
    {
        var outcome = await portal.AsSystemAsync(s => s.GetRequiredService<CreateContentItem>().RunAsync(new("Page", "en", Editing.Text("Not\0storable")), Cancel));
        outcome.Problem!.Kind.ShouldBe(ProblemKind.Invalid);
    }

    /// <summary>Number of tables about which the database knows how their values are spread.</summary>
    protected abstract string KnownTables { get; }

    [Fact]
    public async Task After_a_recipe_the_database_knows_how_the_values_of_its_tables_are_spread()
    {
        var known = await portal.ReadAsync(db => db.Database.SqlQueryRaw<string>(KnownTables).ToListAsync(Cancel));
        known.ShouldContain(nameof(ContentItemIndex));
        known.ShouldContain(nameof(ContentReference));
    }

    [Fact]
    public async Task The_portal_is_ready_while_its_database_answers() => (await portal.Client.TextAsync("/health/ready")).ShouldBe("Healthy");

    [Fact]
    public async Task The_database_is_in_order() =>
        (await portal.AsSystemAsync(s => s.GetRequiredService<IPortalDatabase>().ExamineAsync(s.GetRequiredService<PortalDb>(), Cancel))).ShouldBeEmpty();

    Task<Result<Done>> TellAsync(string kind, DateTime due) => ChangeAsync((work, _) => work.Tell(kind, "{}", due));

    Task<Result<Done>> KeepAsync(string[] names) => ChangeAsync((_, db) => db.Settings.AddRange(names.Select(n => new StoredSetting { Name = n, Json = "1" })));

    Task<Result<Done>> ChangeAsync(Action<UnitOfWork, PortalDb> change) => portal.AsSystemAsync(s =>
    {
        var work = s.GetRequiredService<UnitOfWork>();
        return work.RunAsync<Done>(() =>
        {
            change(work, s.GetRequiredService<PortalDb>());
            return Task.FromResult<Result<Done>>(default(Done));
        }, Cancel);
    });
}

public sealed class StorageTestsOnSqlite(SharedPortal shared) : StorageTests(shared.Portal), IClassFixture<SharedPortal>
{
    protected override string KnownTables => "SELECT DISTINCT tbl AS \"Value\" FROM sqlite_stat1";
}

public sealed class StorageTestsOnPostgres(SharedPostgresPortal shared) : StorageTests(shared.Portal), IClassFixture<SharedPostgresPortal>
{
    protected override string KnownTables => "SELECT DISTINCT tablename::text AS \"Value\" FROM pg_stats WHERE schemaname = 'public'";
}
