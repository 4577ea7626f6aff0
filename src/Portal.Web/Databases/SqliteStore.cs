using Microsoft.Data.Sqlite;
using Portal.Data.Sqlite;
using Portal.Web.Commands;

namespace Portal.Web.Databases;

/// <summary>A file. The setup makes it under another name and renames it when all of it is there.</summary>
sealed class SqliteStore(string connectionString) : PortalStore
{
    const string UnderWay = ".setup";

    public override string Name => FileOf(connectionString);

    public override bool IsShared => false;

    public override void AddTo(IServiceCollection services) => services.AddPortalSqlite(connectionString);

    public override IReadOnlyList<string>? ReadEnabledFeatures() => SqliteDatabase.ReadEnabledFeatures(connectionString);

    public override bool IsSetUp() => File.Exists(FileOf(connectionString));

    public override async Task SetUpAsync(PortalOptions options, Func<PortalOptions, Task> fill, CancellationToken cancel)
    {
        var target = FileOf(connectionString);
        var draft = target + UnderWay;
        DeleteDatabase(draft);

        var connection = new SqliteConnectionStringBuilder(connectionString) { DataSource = draft, Pooling = false }.ToString();
        await fill(options with { Connection = connection });
        await CloseAsync(connection, cancel);
        File.Move(draft, target);
    }

    /// <summary>A start migrates by itself, after a copy of the file.</summary>
    public override Task DemandSchemaAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Brings everything from the write-ahead log into the file itself, which alone is renamed.</summary>
    static async Task CloseAsync(string connectionString, CancellationToken cancel)
    {
        await using (var connection = new SqliteConnection(connectionString))
        {
            await connection.OpenAsync(cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync(cancel);
        }

        var file = FileOf(connectionString);
        if (File.Exists(file + "-wal")) throw new CommandException("The new database is still in use; the setup did not finish.");
    }

    static void DeleteDatabase(string file)
    {
        foreach (var ending in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(file + ending);
    }

    static string FileOf(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
}
