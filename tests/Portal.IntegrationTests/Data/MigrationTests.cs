using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Data;

public sealed class MigrationTests
{
    [Fact]
    public async Task Every_change_of_the_composed_model_has_its_migration()
    {
        await using var portal = await TestPortal.StartAsync();

        (await portal.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse("run tools/migration.sh NAME");
    }
}
