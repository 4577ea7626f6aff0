using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Data;

/// <summary>What is only ever added cannot be changed by anybody who reaches the database through the portal, whatever the way.</summary>
public abstract class AppendOnlyTests(TestPortal portal)
{
    const string Table = "RecommendationEvent";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_history_of_recommendations_is_such_a_table() => (await portal.ReadAsync(db => Task.FromResult(AppendOnlyTables.Of(db).ToList()))).ShouldContain(t => t == Table);

    [Theory]
    [InlineData($"UPDATE \"{Table}\" SET \"Value\" = 'rejected'")]
    [InlineData($"DELETE FROM \"{Table}\"")]
    public async Task The_database_refuses_to_change_or_delete_a_row(string command)
    {
        var before = await CountAsync();
        before.ShouldBeGreaterThan(0);
        var failure = await Should.ThrowAsync<DbException>(() => portal.ReadAsync(db => db.Database.ExecuteSqlRawAsync(command, Cancel)));
        failure.Message.ShouldContain($"Rows of {Table} are only ever added.");
        (await CountAsync()).ShouldBe(before);
    }

    Task<long> CountAsync() => portal.ReadAsync(db => db.Database.SqlQueryRaw<long>($"SELECT COUNT(*) AS \"Value\" FROM \"{Table}\" WHERE \"Value\" <> 'rejected'").SingleAsync(Cancel));
}

public sealed class AppendOnlyTestsOnSqlite(SharedPortal shared) : AppendOnlyTests(shared.Portal), IClassFixture<SharedPortal>;

public sealed class AppendOnlyTestsOnPostgres(SharedPostgresPortal shared) : AppendOnlyTests(shared.Portal), IClassFixture<SharedPostgresPortal>;
