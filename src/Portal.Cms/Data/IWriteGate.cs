namespace Portal.Cms.Data;

/// <summary>The one way to a writing transaction. On SQLite writers pass one at a time; on PostgreSQL the server sorts them out.</summary>
public interface IWriteGate
{
    /// <summary>Waits for the turn and begins a transaction on the context's connection.</summary>
    /// <param name="db">The context that is going to write; it must not be in a transaction.</param>
    /// <param name="grouped">Share one commit with others that wait: many times the throughput for short, hot writes. The change must touch nothing but <paramref name="db"/>.</param>
    Task<IWriteTurn> EnterAsync(PortalDb db, bool grouped, CancellationToken cancel);
}

/// <summary>A turn at the gate. Disposing it without <see cref="CommitAsync"/> undoes everything done in it.</summary>
public interface IWriteTurn : IAsyncDisposable
{
    /// <summary>Waits until nobody else has a turn with this lock, on any node; it is held until the end of the turn.</summary>
    Task LockAsync(string name, CancellationToken cancel);

    /// <summary>Comes before the change's entries in the change log. From here to the commit such turns pass one after the other, so that nobody who reads the log by its numbers misses an entry; the commit wakes the readers.</summary>
    Task AnnounceAsync(CancellationToken cancel);

    /// <summary>Returns when the change is durable on disk.</summary>
    Task CommitAsync();
}
