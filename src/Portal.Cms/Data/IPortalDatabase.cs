namespace Portal.Cms.Data;

/// <summary>The database as a whole, whichever it is: what SQLite and PostgreSQL do differently, beside the write gate.</summary>
public interface IPortalDatabase
{
    /// <summary>Creates the schema or brings it up to date. Safe to call again.</summary>
    Task MigrateAsync(CancellationToken cancel);

    /// <summary>Looks for damage, and for settings of the server with which a receipt could be lost.</summary>
    /// <returns>What is wrong, in English, for the operator; nothing where all is well.</returns>
    Task<IReadOnlyList<string>> ExamineAsync(PortalDb db, CancellationToken cancel);

    /// <summary>Takes messages that are due out of the outbox's queue for the rest of the transaction, oldest first. What another worker has in hand is passed over.</summary>
    IQueryable<OutboxMessage> TakeDue(PortalDb db, DateTime nowUtc, int atMost);

    /// <summary>From here until the answer is disposed of, the context sees the database as it was at one moment. Keeps no writer waiting.</summary>
    Task<IAsyncDisposable> FreezeAsync(PortalDb db, CancellationToken cancel);

    /// <summary>Makes sure that what was deleted or overwritten stands no longer in the database's own files, as far as the database allows: see the operators' guide for what it does not.</summary>
    /// <param name="tables">The tables from which something was erased.</param>
    /// <exception cref="Exception">Not possible at this moment; to be tried again.</exception>
    Task ForgetAsync(IReadOnlyList<string> tables, CancellationToken cancel);

    /// <summary>Finds out how many rows the tables have and how their values are spread: by that the database chooses its way through a query. Counts only, no values.</summary>
    Task RefreshStatisticsAsync(CancellationToken cancel);

    /// <summary>Whether a change failed only because another, made at the same moment, came first: a key that is taken now, two that waited for each other.</summary>
    bool IsLostRace(Exception failure);
}
