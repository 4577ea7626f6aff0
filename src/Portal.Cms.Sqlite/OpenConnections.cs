using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;

namespace Portal.Cms.Sqlite;

/// <summary>Connections that are open and set up, for one scope at a time. Opening one per query, as a context does by itself, would cost more than most queries.</summary>
public sealed class OpenConnections(string connectionString) : IDisposable
{
    /// <summary>Each free connection keeps up to a megabyte of pages; after a rush the others are closed.</summary>
    const int MostFree = 16;

    readonly ConcurrentBag<SqliteConnection> free = [];
    volatile bool closed;

    public SqliteConnection Take() => free.TryTake(out var connection) ? connection : SqliteConnectionSetup.Open(connectionString);

    public void GiveBack(SqliteConnection connection)
    {
        if (!closed && connection.State == ConnectionState.Open && free.Count < MostFree) free.Add(connection);
        else connection.Dispose();
    }

    public void Dispose()
    {
        closed = true;
        while (free.TryTake(out var connection)) connection.Dispose();
    }
}

/// <summary>The connection of one scope; goes back when the scope ends. Resolved before the context, so disposed after it.</summary>
public sealed class ScopeConnection(OpenConnections connections) : IDisposable
{
    public SqliteConnection Connection { get; } = connections.Take();

    public void Dispose() => connections.GiveBack(Connection);
}
