using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Data.Postgres;

/// <summary>The composed model on PostgreSQL. Its migrations stand beside it.</summary>
public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options) : PortalDb(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // Texts compare and sort by their bytes, as on SQLite, whatever language the database was made for. What readers see in order is sorted by stored keys.
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => (p.GetProviderClrType() ?? p.ClrType) == typeof(string)))
        {
            property.SetCollation("C");
        }
    }
}
