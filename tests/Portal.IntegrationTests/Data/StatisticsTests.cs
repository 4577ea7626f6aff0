using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Data;

/// <summary>What SQLite is told of its tables must still hold when a crowd has come since: one that is known to be small is read whole, again and again.</summary>
public sealed class StatisticsTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_of_tables_with_a_hundred_rows_or_more_it_is_told_how_many_rows_they_have()
    {
        await shared.Portal.RunJobAsync<RefreshStatistics>();
        var counted = await shared.Portal.ReadAsync(db => db.Database.SqlQuery<long>($"SELECT MAX(CAST(stat AS INTEGER)) AS Value FROM sqlite_stat1 GROUP BY tbl").ToListAsync(Cancel));
        counted.ShouldNotBeEmpty();
        counted.ShouldAllBe(rows => rows >= 100);
    }
}
