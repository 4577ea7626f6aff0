using Portal.Data.Sqlite;

namespace Portal.Web;

/// <summary>Where a portal keeps its data and what differs from <c>serve</c>. Every command builds its host from these.</summary>
public sealed record PortalOptions
{
    /// <summary>Absolute path of the folder with the database, media and mail pickup.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Connection string; null = the file <c>portal.db</c> in the data folder.</summary>
    public string? Connection { get; init; }

    /// <summary>Feature ids to run with; null = the set stored in the database.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>Runs the outbox and follows the change log. Only one process per SQLite data folder does.</summary>
    public bool RunsWorkers { get; init; }

    /// <summary>Command-line configuration for the host, such as <c>--urls</c>.</summary>
    public IReadOnlyList<string> HostArguments { get; init; } = [];

    /// <summary>Last word on the host's builder, for commands and tests.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }

    public string ConnectionString => Connection ?? SqliteDatabase.ConnectionStringFor(DataFolder);

    /// <summary>What the environment and <c>appsettings.json</c> say: <c>PORTAL_DATA</c>, <c>ConnectionStrings__Portal</c>, <c>Portal__Database</c>.</summary>
    /// <exception cref="PortalConfigurationException">A setting cannot be honoured.</exception>
    public static PortalOptions FromEnvironment()
    {
        var settings = new ConfigurationBuilder().SetBasePath(ContentRoot).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
        if (settings["Portal:Database"] is { Length: > 0 } database && !database.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new PortalConfigurationException($"Portal:Database is {database}; this build knows Sqlite.");
        }

        return new() { DataFolder = DataFolderOf(settings["PORTAL_DATA"]), Connection = settings.GetConnectionString("Portal") is { Length: > 0 } set ? set : null };
    }

    /// <summary>The project's folder under <c>dotnet run</c>, else the folder that the portal was published to.</summary>
    public static string ContentRoot { get; } =
        File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "Portal.Web.csproj")) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;

    static string DataFolderOf(string? set) => Path.GetFullPath(string.IsNullOrEmpty(set) ? Path.Combine(ContentRoot, "App_Data") : set);
}

/// <summary>A setting that cannot be honoured. The message is for the operator.</summary>
public sealed class PortalConfigurationException(string message) : Exception(message);
