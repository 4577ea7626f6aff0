using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Cms.Sqlite;

/// <summary>One caller's turn in a group's transaction. The caller keeps its own context and flow; only the connection is the group's.</summary>
sealed class GroupTurn(PortalDb db, ScopeConnection own) : IWriteTurn
{
    /// <summary>The caller goes on on the leader's thread: SQLite waits for nothing, so that a group passes from one to the next without a change of threads.</summary>
    readonly TaskCompletionSource begun = new();
    readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the caller finished its change and asked for the commit.</summary>
    public bool WantsCommit { get; private set; }

    public Task BegunAsync() => begun.Task;

    /// <summary>Before the turn is known to the leader.</summary>
    public void GiveBackOwn()
    {
        db.Database.SetDbConnection(null, contextOwnsConnection: false);
        own.GiveBack();
    }

    /// <summary>After the turn; the caller reads on.</summary>
    public void TakeOwn() => db.Database.SetDbConnection(own.Connection, contextOwnsConnection: false);

    /// <summary>Called by the leader: hands the connection over and waits until the caller is done with it.</summary>
    public async Task RunAsync(SqliteConnection connection, SqliteTransaction transaction)
    {
        db.Database.SetDbConnection(connection, contextOwnsConnection: false);
        await db.Database.UseTransactionAsync(transaction);
        db.Database.AutoSavepointsEnabled = false;
        begun.SetResult();
        await done.Task;
    }

    /// <summary>Called by the leader when the group's commit is durable, or failed.</summary>
    public void Settled(Exception? failure)
    {
        if (failure is null)
        {
            settled.TrySetResult();
            return;
        }

        settled.TrySetException(failure);
        Refuse(failure);
    }

    /// <summary>For whoever has not begun.</summary>
    public void Refuse(Exception failure) => begun.TrySetException(failure);

    public Task LockAsync(string name, CancellationToken cancel) => Task.CompletedTask;

    public Task AnnounceAsync(CancellationToken cancel) => Task.CompletedTask;

    public async Task CommitAsync()
    {
        WantsCommit = true;
        await ReleaseAsync();
        try { await settled.Task; }
        finally { TakeOwn(); }
    }

    public async ValueTask DisposeAsync()
    {
        if (done.Task.IsCompleted) return;
        await ReleaseAsync();
        // What made this caller give up (a key that another of the group had taken) is in the database only when the group has ended.
        await settled.Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        TakeOwn();
    }

    /// <summary>Gives the connection back and lets the next caller have it.</summary>
    async Task ReleaseAsync()
    {
        try
        {
            await db.Database.UseTransactionAsync(null);
            db.Database.SetDbConnection(null, contextOwnsConnection: false);
            db.Database.AutoSavepointsEnabled = true;
        }
        finally
        {
            done.TrySetResult();
        }
    }
}
