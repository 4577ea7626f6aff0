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
        foreach (var file in Files("media"))
        {
            var target = Path.Combine(copy.Folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        if (Name is not null) await TestServer.ExecuteAsync($"CREATE DATABASE {copy.Name} TEMPLATE {Name}");
        return copy;
    }

    IEnumerable<string> Files(string name) => Directory.Exists(Path.Combine(Folder, name)) ? Directory.EnumerateFiles(Path.Combine(Folder, name), "*", SearchOption.AllDirectories) : [];

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
