using Portal.Data.Sqlite;

namespace Portal.Web;

/// <summary>Where a portal keeps its data and what differs from <c>serve</c>. Every command builds its host from these.</summary>
public sealed record PortalOptions
{
    /// <summary>Absolute path of the folder with the database, media and mail pickup.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Feature ids to run with; null = the set stored in the database.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>Runs the outbox and follows the change log. Only one process per SQLite data folder does.</summary>
    public bool RunsWorkers { get; init; }

    /// <summary>Command-line configuration for the host, such as <c>--urls</c>.</summary>
    public IReadOnlyList<string> HostArguments { get; init; } = [];

    /// <summary>Last word on the host's builder, for tests.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }

    public string ConnectionString => Environment.GetEnvironmentVariable("ConnectionStrings__Portal") is { Length: > 0 } set ? set : SqliteDatabase.ConnectionStringFor(DataFolder);

    /// <summary>The folder that <c>PORTAL_DATA</c> names, else <c>App_Data</c> beside the application.</summary>
    public static string DefaultDataFolder(string contentRoot) =>
        Path.GetFullPath(Environment.GetEnvironmentVariable("PORTAL_DATA") is { Length: > 0 } set ? set : Path.Combine(contentRoot, "App_Data"));
}
