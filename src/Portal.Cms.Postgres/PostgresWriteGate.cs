using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Cms.Data;

namespace Portal.Cms.Postgres;

/// <summary>Begins a transaction and lets the server sort writers out, of this process and of other nodes. Commits that come together share a flush to disk by themselves, so a grouped turn is like any other.</summary>
public sealed class PostgresWriteGate : IWriteGate
{
    public async Task<IWriteTurn> EnterAsync(PortalDb db, bool grouped, CancellationToken cancel)
    {
        // A change that fails is given up as a whole: savepoints around each save would only cost two messages more.
        db.Database.AutoSavepointsEnabled = false;
        return new Turn(db, await db.Database.BeginTransactionAsync(cancel));
    }

    sealed class Turn(PortalDb db, IDbContextTransaction transaction) : IWriteTurn
    {
        public Task LockAsync(string name, CancellationToken cancel) =>
            db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancel);

        /// <summary>Numbers are given out before the commit: without the lock a smaller one could become visible after a larger one, and a reader that has gone past it would never see it.</summary>
        public Task AnnounceAsync(CancellationToken cancel) =>
            db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({ChangeListener.Channel}, 0)), pg_notify({ChangeListener.Channel}, '')", cancel);

        public Task CommitAsync() => transaction.CommitAsync(CancellationToken.None);

        public ValueTask DisposeAsync() => transaction.DisposeAsync();
    }
}
