using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Portal.Cms.Sqlite;

/// <summary>Sets a connection as this portal needs it, once when it is opened.</summary>
/// <remarks>WAL lets readers go on while one writes; FULL makes a commit survive a power cut; secure_delete overwrites what is erased. No memory map: each connection would map the whole file for itself, and the system keeps its pages in memory anyway. What the log holds goes into the database every 4,000 pages (16 MB) rather than 1,000: many rows lie on the same pages, which are then written once.</remarks>
public static class SqliteConnectionSetup
{
    /// <summary>Room for pages in memory, in KiB: of those who read, whose pages the system keeps anyway, and of the group that writes, which would otherwise write pages before its end to make room.</summary>
    public const int ReadersCache = 1_000, WritersCache = 16_000;

    const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA busy_timeout=30000; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0; PRAGMA wal_autocheckpoint=4000;";

    /// <returns>A connection that stays open until it is disposed; nobody else has it.</returns>
    public static SqliteConnection Open(string connectionString, int cache = ReadersCache)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"{Pragmas} PRAGMA cache_size=-{cache};");
        command.ExecuteNonQuery();
        return connection;
    }
}
