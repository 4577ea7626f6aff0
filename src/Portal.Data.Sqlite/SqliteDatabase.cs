using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.Cms.Modules;
using Portal.Cms.Sqlite;

namespace Portal.Data.Sqlite;

/// <summary>The embedded database: one file in the data folder.</summary>
public static class SqliteDatabase
{
    public static string ConnectionStringFor(string dataFolder) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "portal.db"), Pooling = true, DefaultTimeout = 30 }.ToString();

    public static IServiceCollection AddPortalSqlite(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => new OpenConnections(connectionString));
        services.AddScoped<ScopeConnection>();
        services.AddSingleton(_ => new GroupCommit(connectionString));
        services.AddSingleton<IWriteGate, SqliteWriteGate>();
        services.AddSingleton<IPortalDatabase>(s => new SqlitePortalDatabase(connectionString, s.GetRequiredService<IServiceScopeFactory>()));
        services.AddDbContext<SqlitePortalDb>(
            options => options
                .UseSqlite(o => o.MigrationsAssembly(typeof(SqlitePortalDb).Assembly.GetName().Name))
                .EnableThreadSafetyChecks(false)
                // Most modules have no tables of their own.
                .ConfigureWarnings(w => w.Ignore(CoreEventId.NoEntityTypeConfigurationsWarning)),
            optionsLifetime: ServiceLifetime.Singleton);
        services.AddScoped<PortalDb>(s =>
        {
            var connection = s.GetRequiredService<ScopeConnection>().Connection;
            var db = new SqlitePortalDb(s.GetRequiredService<DbContextOptions<SqlitePortalDb>>(), s.GetRequiredService<ModuleCatalogue>());
            db.Database.SetDbConnection(connection, contextOwnsConnection: false);
            return db;
        });
        return services;
    }

    /// <returns>Ids of the enabled features, read before anything else runs; null where there is no database yet.</returns>
    public static IReadOnlyList<string>? ReadEnabledFeatures(string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (!File.Exists(file)) return null;

        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'Feature'";
        if (Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) == 0) return null;

        command.CommandText = "SELECT Id FROM Feature ORDER BY Id";
        using var rows = command.ExecuteReader();
        var ids = new List<string>();
        while (rows.Read()) ids.Add(rows.GetString(0));
        return ids.Count == 0 ? null : ids;
    }
}
