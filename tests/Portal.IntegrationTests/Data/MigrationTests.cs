using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.Web;

namespace Portal.IntegrationTests.Data;

public abstract class MigrationTests(DatabaseKind database)
{
    [Fact]
    public async Task Every_change_of_the_composed_model_has_its_migration()
    {
        await using var portal = await TestPortal.StartAsync(database: database);

        (await portal.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse("run tools/migration.sh NAME");
    }
}

public sealed class MigrationTestsOnSqlite() : MigrationTests(DatabaseKind.Sqlite);

public sealed class MigrationTestsOnPostgres() : MigrationTests(DatabaseKind.Postgres);
