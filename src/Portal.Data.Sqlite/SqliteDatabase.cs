using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.Cms.Modules;
using Portal.Cms.Search;
using Portal.Cms.Sqlite;

namespace Portal.Data.Sqlite;

/// <summary>The embedded database: one file in the data folder.</summary>
public static class SqliteDatabase
{
    /// <summary>Contexts kept for the next scope; making one costs as much as several queries.</summary>
    const int PooledContexts = 64;

    /// <summary>One of each for all contexts: they know commands by their connection.</summary>
    static readonly IInterceptor[] Statements = [new PreparedStatements(), new DirectInserts()];

    public static string ConnectionStringFor(string dataFolder) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "portal.db"), Pooling = true, DefaultTimeout = 30 }.ToString();

    public static IServiceCollection AddPortalSqlite(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => new OpenConnections(connectionString));
        services.AddScoped<ScopeConnection>();
        services.AddSingleton<GroupCommit>();
        services.AddScoped<IWriteGate, SqliteWriteGate>();
        services.AddSingleton<IChangeSignal, RepeatedLook>();
        services.AddScoped<ISearchIndex, SqliteSearchIndex>();
        services.AddSingleton<IPortalDatabase>(s => new SqlitePortalDatabase(connectionString, s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<OpenConnections>()));
        services.AddPooledDbContextFactory<SqlitePortalDb>((s, options) => Configure(options, s.GetRequiredService<ModuleCatalogue>()), PooledContexts);
        services.AddScoped<PortalDb>(s =>
        {
            var connection = s.GetRequiredService<ScopeConnection>().Connection;
            var db = s.GetRequiredService<IDbContextFactory<SqlitePortalDb>>().CreateDbContext();
            db.Database.SetDbConnection(connection, contextOwnsConnection: false);
            return db;
        });
        return services;
    }

    /// <summary>The options of every context on SQLite; the connection is given to each when it is used.</summary>
    public static void Configure(DbContextOptionsBuilder options, ModuleCatalogue modules)
    {
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new ComposedModel(modules));
        options
            .UseSqlite(o => o.MigrationsAssembly(typeof(SqlitePortalDb).Assembly.GetName().Name))
            .EnableThreadSafetyChecks(false)
            .AddInterceptors(Statements)
            // Most modules have no tables of their own.
            .ConfigureWarnings(w => w.Ignore(CoreEventId.NoEntityTypeConfigurationsWarning));
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
