using Npgsql;
using Portal.Cms.Modules;
using Portal.Data.Postgres;
using Portal.Web.Commands;

namespace Portal.Web.Databases;

/// <summary>A database on a server. The setup is one transaction in it.</summary>
sealed class PostgresStore(string connectionString) : PortalStore
{
    public override string Name
    {
        get
        {
            var parts = new NpgsqlConnectionStringBuilder(connectionString);
            return $"{parts.Database ?? parts.Username} on {parts.Host}, port {parts.Port}";
        }
    }

    public override bool IsShared => true;

    public override void AddTo(IServiceCollection services) => services.AddPortalPostgres(connectionString);

    public override IReadOnlyList<string>? ReadEnabledFeatures() => PostgresDatabase.ReadEnabledFeatures(connectionString);

    public override bool IsSetUp() => PostgresDatabase.IsSetUp(connectionString);

    public override async Task SetUpAsync(PortalOptions options, Func<PortalOptions, Task> fill, CancellationToken cancel)
    {
        await DemandSchemaAsync(cancel);
        await fill(options);
    }

    public override async Task DemandSchemaAsync(CancellationToken cancel)
    {
        var pending = await PostgresDatabase.PendingMigrationsAsync(connectionString, ModuleCatalogue.ReferencedBy(typeof(PortalApp).Assembly), cancel);
        if (pending.Count > 0) throw new CommandException($"The database {Name} lacks {pending.Count} migration(s), {pending[0]} first. Run \"migrate\" once, after a backup, then start again.");
    }
}
