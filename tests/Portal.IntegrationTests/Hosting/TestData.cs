using Microsoft.Data.Sqlite;
using Portal.Web;

namespace Portal.IntegrationTests.Hosting;

/// <summary>A data folder and the database that belongs to it.</summary>
/// <param name="Name">Name of the database on the server; null on SQLite, where it is a file in the folder.</param>
public sealed record TestData(string Folder, string? Name) : IAsyncDisposable
{
    public DatabaseKind Database => Name is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres;

    public PortalOptions Options => new() { DataFolder = Folder, Database = Database, Connection = Name is null ? null : TestServer.ConnectionTo(Name) };

    /// <summary>An empty folder; on PostgreSQL with an empty database.</summary>
    public static async Task<TestData> NewAsync(DatabaseKind database)
    {
        var folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        if (database == DatabaseKind.Sqlite) return new(folder, null);

        var name = $"t{Guid.NewGuid():N}";
        await TestServer.ExecuteAsync($"CREATE DATABASE {name}");
        return new(folder, name);
    }

    /// <summary>The same once more, for a test to change. Nobody may be connected.</summary>
    public async Task<TestData> CopyAsync()
    {
        var copy = new TestData(Directory.CreateTempSubdirectory("portal-test-").FullName, Name is null ? null : $"t{Guid.NewGuid():N}");
        foreach (var file in Directory.EnumerateFiles(Folder)) File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));
        // Tests read files and never change them: one folder serves all copies.
        if (Directory.Exists(Path.Combine(Folder, "media"))) Directory.CreateSymbolicLink(Path.Combine(copy.Folder, "media"), Path.Combine(Folder, "media"));
        if (Name is not null) await TestServer.ExecuteAsync($"CREATE DATABASE {copy.Name} TEMPLATE {Name}");
        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        if (Name is not null) await TestServer.ExecuteAsync($"DROP DATABASE {Name} WITH (FORCE)");
        else
        {
            using var connection = new SqliteConnection(Options.ConnectionString);
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
