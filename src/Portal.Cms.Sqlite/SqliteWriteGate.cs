using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Cms.Data;

namespace Portal.Cms.Sqlite;

/// <summary>Lets one writer of this process at the database at a time: SQLite has one write lock, and waiting for it asleep is cheaper than being refused. A turn is alone anyway, so it has nothing to lock.</summary>
public sealed class SqliteWriteGate(GroupCommit group, ScopeConnection own) : IWriteGate
{
    public async Task<IWriteTurn> EnterAsync(PortalDb db, bool grouped, CancellationToken cancel)
    {
        if (grouped) return await group.EnterAsync(db, own, cancel);

        await group.Gate.WaitAsync(cancel);
        try
        {
            return new Turn(await db.Database.BeginTransactionAsync(cancel), group.Gate);
        }
        catch
        {
            group.Gate.Release();
            throw;
        }
    }

    sealed class Turn(IDbContextTransaction transaction, SemaphoreSlim gate) : IWriteTurn
    {
        public Task LockAsync(string name, CancellationToken cancel) => Task.CompletedTask;

        public Task AnnounceAsync(CancellationToken cancel) => Task.CompletedTask;

        public Task CommitAsync() => transaction.CommitAsync(CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            try { await transaction.DisposeAsync(); }
            finally { gate.Release(); }
        }
    }
}
