using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Cms.Modules;
using Portal.Cms.Postgres;
using Portal.Cms.Search;
using Quartz;

namespace Portal.Data.Postgres;

/// <summary>A database on a PostgreSQL server, for one node or several.</summary>
public static class PostgresDatabase
{
    /// <summary>Contexts kept for the next scope; making one costs as much as several queries.</summary>
    const int PooledContexts = 64;

    /// <summary>A server takes a hundred connections unless it is told otherwise. In a rush requests wait a moment for one of these rather than fail for want of one more.</summary>
    const int MostConnections = 40;

    public static IServiceCollection AddPortalPostgres(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(Limited(connectionString)));
        services.AddSingleton<IWriteGate, PostgresWriteGate>();
        services.AddSingleton<IChangeSignal>(_ => new ChangeListener(connectionString));
        services.AddScoped<ISearchIndex, PostgresSearchIndex>();
        services.AddSingleton<IPortalDatabase, PostgresPortalDatabase>();
        // One node at a time runs a job; another takes over when that one is gone.
        services.AddSingleton(new JobStore(quartz => quartz.UsePersistentStore(store => store.UsePostgres(NpgsqlFactory.Instance, connectionString).UseClustering().ProvisionSchema())));
        services.AddPooledDbContextFactory<PostgresPortalDb>((s, options) => Configure(options, s.GetRequiredService<ModuleCatalogue>()).UseNpgsql(s.GetRequiredService<NpgsqlDataSource>()), PooledContexts);
        services.AddScoped<PortalDb>(s => s.GetRequiredService<IDbContextFactory<PostgresPortalDb>>().CreateDbContext());
        return services;
    }

    /// <returns>The connection string with a limit for connections, where the operator set none.</returns>
    public static string Limited(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Maximum Pool Size")) settings.MaxPoolSize = MostConnections;
        return settings.ToString();
    }

    /// <summary>The options of every context on PostgreSQL, but for the connection.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, ModuleCatalogue modules)
    {
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new ComposedModel(modules));
        return options
            .UseNpgsql(o => o.MigrationsAssembly(typeof(PostgresPortalDb).Assembly.GetName().Name))
            .EnableThreadSafetyChecks(false)
            // Most modules have no tables of their own.
            .ConfigureWarnings(w => w.Ignore(CoreEventId.NoEntityTypeConfigurationsWarning));
    }

    /// <returns>Names of the migrations that this program knows and the database does not have.</returns>
    public static async Task<IReadOnlyList<string>> PendingMigrationsAsync(string connectionString, ModuleCatalogue modules, CancellationToken cancel)
    {
        var options = new DbContextOptionsBuilder<PostgresPortalDb>();
        Configure(options, modules).UseNpgsql(Once(connectionString));
        await using var db = new PostgresPortalDb(options.Options);
        return [.. await db.Database.GetPendingMigrationsAsync(cancel)];
    }

    /// <returns>Ids of the enabled features, read before anything else runs; null where there is no portal yet.</returns>
    public static IReadOnlyList<string>? ReadEnabledFeatures(string connectionString)
    {
        var ids = ReadIfThere(connectionString, "Feature", "SELECT \"Id\" FROM \"Feature\" ORDER BY \"Id\"");
        return ids.Count == 0 ? null : ids;
    }

    /// <summary>Whether the setup was done: it makes the first account, together with everything else or not at all.</summary>
    public static bool IsSetUp(string connectionString) => ReadIfThere(connectionString, "AspNetUsers", "SELECT \"Id\" FROM \"AspNetUsers\" LIMIT 1").Count > 0;

    static List<string> ReadIfThere(string connectionString, string table, string query)
    {
        using var connection = new NpgsqlConnection(Once(connectionString));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT to_regclass('\"{table}\"') IS NOT NULL";
        if (command.ExecuteScalar() is not true) return [];

        command.CommandText = query;
        using var rows = command.ExecuteReader();
        var texts = new List<string>();
        while (rows.Read()) texts.Add(rows.GetString(0));
        return texts;
    }

    /// <summary>What is asked before there is a pool leaves no connection open.</summary>
    static string Once(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
}
