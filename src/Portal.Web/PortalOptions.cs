using Portal.Data.Sqlite;
using Portal.Web.Databases;

namespace Portal.Web;

/// <summary>The databases that a portal can keep its data in.</summary>
public enum DatabaseKind { Sqlite, Postgres }

/// <summary>Where a portal keeps its data and what differs from <c>serve</c>. Every command builds its host from these.</summary>
public sealed record PortalOptions
{
    /// <summary>Absolute path of the folder with media, keys, mail pickup and, on SQLite, the database.</summary>
    public required string DataFolder { get; init; }

    public DatabaseKind Database { get; init; }

    /// <summary>Connection string; required on PostgreSQL. On SQLite null = the file <c>portal.db</c> in the data folder.</summary>
    public string? Connection { get; init; }

    /// <summary>Feature ids to run with; null = the set stored in the database.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>Runs the outbox and follows the change log. Only one process per SQLite data folder does.</summary>
    public bool RunsWorkers { get; init; }

    /// <summary>Command-line configuration for the host, such as <c>--urls</c>.</summary>
    public IReadOnlyList<string> HostArguments { get; init; } = [];

    /// <summary>Last word on the host's builder, for commands and tests.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }

    public string ConnectionString => Connection ?? (Database == DatabaseKind.Sqlite
        ? SqliteDatabase.ConnectionStringFor(DataFolder) : throw new PortalConfigurationException("Portal:Database is Postgres; ConnectionStrings:Portal has to say which, such as Host=127.0.0.1;Database=portal;Username=portal."));

    public PortalStore Store => Database == DatabaseKind.Postgres ? new PostgresStore(ConnectionString) : new SqliteStore(ConnectionString);

    /// <summary>What the environment and <c>appsettings.json</c> say: <c>PORTAL_DATA</c>, <c>ConnectionStrings__Portal</c>, <c>Portal__Database</c>.</summary>
    /// <exception cref="PortalConfigurationException">A setting cannot be honoured.</exception>
    public static PortalOptions FromEnvironment()
    {
        var settings = new ConfigurationBuilder().SetBasePath(ContentRoot).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
        return new() { DataFolder = DataFolderOf(settings["PORTAL_DATA"]), Database = KindOf(settings["Portal:Database"]), Connection = settings.GetConnectionString("Portal") is { Length: > 0 } set ? set : null };
    }

    static DatabaseKind KindOf(string? set) => set?.ToUpperInvariant() switch
    {
        null or "" or "SQLITE" => DatabaseKind.Sqlite,
        "POSTGRES" => DatabaseKind.Postgres,
        _ => throw new PortalConfigurationException($"Portal:Database is {set}; it can be Sqlite or Postgres."),
    };

    /// <summary>The project's folder under <c>dotnet run</c>, else the folder that the portal was published to.</summary>
    public static string ContentRoot { get; } =
        File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "Portal.Web.csproj")) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;

    static string DataFolderOf(string? set) => Path.GetFullPath(string.IsNullOrEmpty(set) ? Path.Combine(ContentRoot, "App_Data") : set);
}

/// <summary>A setting that cannot be honoured. The message is for the operator.</summary>
public sealed class PortalConfigurationException(string message) : Exception(message);
