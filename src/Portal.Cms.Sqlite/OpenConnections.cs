using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;

namespace Portal.Cms.Sqlite;

/// <summary>Connections that are open and set up, for one scope at a time. Opening one per query, as a context does by itself, would cost more than most queries.</summary>
public sealed class OpenConnections(string connectionString) : IDisposable
{
    /// <summary>Each free connection keeps up to a megabyte of pages and as much of compiled statements; only those that run at a time are worth it, and after a rush the others are closed.</summary>
    static readonly int MostFree = Math.Max(8, 4 * Environment.ProcessorCount);

    readonly ConcurrentBag<OpenConnection> free = [];
    volatile bool closed;
    volatile int generation;

    /// <summary>Goes up with every <see cref="Renew"/>.</summary>
    public int Generation => generation;

    public OpenConnection Take()
    {
        while (free.TryTake(out var kept))
        {
            if (kept.Generation == generation) return kept;
            kept.Connection.Dispose();
        }

        return Open();
    }

    /// <summary>One that is nobody's yet and never comes back here: for whoever keeps it to himself.</summary>
    /// <param name="cache">Room for pages in memory, in KiB.</param>
    public OpenConnection Open(int cache = SqliteConnectionSetup.ReadersCache)
    {
        var now = generation;
        return new(SqliteConnectionSetup.Open(connectionString, cache), now);
    }

    public void GiveBack(OpenConnection taken)
    {
        if (!closed && taken.Generation == generation && taken.Connection.State == ConnectionState.Open && free.Count < MostFree) free.Add(taken);
        else taken.Connection.Dispose();
    }

    /// <summary>No connection of before is used for another scope: each reads the database's statistics when it is opened, and never after.</summary>
    public void Renew() => Interlocked.Increment(ref generation);

    public void Dispose()
    {
        closed = true;
        while (free.TryTake(out var kept)) kept.Connection.Dispose();
    }
}

/// <param name="Generation">Of <see cref="OpenConnections"/>, when it was opened.</param>
public sealed record OpenConnection(SqliteConnection Connection, int Generation);

/// <summary>The connection of one scope; goes back when the scope ends. Resolved before the context, so disposed after it.</summary>
public sealed class ScopeConnection(OpenConnections connections) : IDisposable
{
    OpenConnection? taken;

    public SqliteConnection Connection => (taken ??= connections.Take()).Connection;

    /// <summary>Lets others have it meanwhile; whoever asks for <see cref="Connection"/> again may get another.</summary>
    public void GiveBack()
    {
        if (taken is not null) connections.GiveBack(taken);
        taken = null;
    }

    public void Dispose() => GiveBack();
}
