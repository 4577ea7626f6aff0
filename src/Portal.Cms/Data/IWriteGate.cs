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
    /// <summary>Returns when the change is durable on disk.</summary>
    Task CommitAsync();
}
