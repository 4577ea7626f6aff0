using Microsoft.Data.Sqlite;

namespace Portal.Cms.Sqlite;

/// <summary>Sets a connection as this portal needs it, once when it is opened.</summary>
/// <remarks>WAL lets readers go on while one writes; FULL makes a commit survive a power cut; secure_delete overwrites what is erased. No memory map: each connection would map the whole file for itself, and the system keeps its pages in memory anyway.</remarks>
public static class SqliteConnectionSetup
{
    const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA busy_timeout=30000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-1000; PRAGMA mmap_size=0;";

    /// <returns>A connection that stays open until it is disposed; nobody else has it.</returns>
    public static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        return connection;
    }
}
