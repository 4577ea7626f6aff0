using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Cms.Sqlite;

/// <summary>One commit for many short writes. Callers that wait at the same time take turns inside one transaction, each in a savepoint of its own, and all are answered when it is on disk.</summary>
/// <remarks>A commit costs a disk flush whatever it holds, so a group costs little more than one. A caller that fails undoes its own savepoint only.</remarks>
public sealed class GroupCommit : IAsyncDisposable
{
    /// <summary>Small enough that in a rush of a hundred the next group makes ready while this one is flushed.</summary>
    const int Largest = 32;

    const string Savepoint = "turn";

    readonly OpenConnections connections;
    readonly Channel<GroupTurn> waiting = Channel.CreateUnbounded<GroupTurn>(new UnboundedChannelOptions { SingleReader = true });
    readonly CancellationTokenSource stopping = new();
    readonly Task leader;

    public GroupCommit(OpenConnections connections)
    {
        this.connections = connections;
        leader = Task.Run(LeadAsync);
    }

    /// <summary>Held by whoever writes: a group as a whole, or a single writer.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Waits for a turn; the context then writes on the group's connection until the turn ends.</summary>
    /// <param name="own">The connection of the context's scope, which others may use meanwhile: in a rush most of those who hold one would only be waiting.</param>
    public async Task<IWriteTurn> EnterAsync(PortalDb db, ScopeConnection own, CancellationToken cancel)
    {
        var turn = new GroupTurn(db, own);
        turn.GiveBackOwn();
        try
        {
            await waiting.Writer.WriteAsync(turn, cancel);
            // Not cancellable from here: the leader counts on everyone in the queue to take the turn or give it back.
            await turn.BegunAsync();
            return turn;
        }
        catch
        {
            turn.TakeOwn();
            throw;
        }
    }

    async Task LeadAsync()
    {
        OpenConnection? open = null;
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stopping.Token))
            {
                await Gate.WaitAsync(stopping.Token);
                try
                {
                    open = UpToDate(open);
                    await LeadGroupAsync(open.Connection);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // The callers of this group were told; the next one begins on a fresh connection. The leader itself must not die: nobody could write any more.
                    open?.Connection.Dispose();
                    open = null;
                    RefuseWaiting(failure);
                }
                finally
                {
                    Gate.Release();
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { /* the portal stops; nobody waits any more */ }
        finally
        {
            open?.Connection.Dispose();
        }
    }

    OpenConnection UpToDate(OpenConnection? open)
    {
        if (open?.Generation == connections.Generation) return open;

        open?.Connection.Dispose();
        return connections.Open(SqliteConnectionSetup.WritersCache);
    }

    async Task LeadGroupAsync(SqliteConnection connection)
    {
        var members = new List<GroupTurn>(Largest);
        try
        {
            await using var transaction = connection.BeginTransaction();
            while (members.Count < Largest && waiting.Reader.TryRead(out var turn))
            {
                members.Add(turn);
                transaction.Save(Savepoint);
                await turn.RunAsync(connection, transaction);
                if (turn.WantsCommit) transaction.Release(Savepoint);
                else transaction.Rollback(Savepoint);
            }

            await transaction.CommitAsync();
        }
        catch (Exception failure)
        {
            foreach (var turn in members) turn.Settled(failure);
            throw;
        }

        foreach (var turn in members) turn.Settled(null);
    }

    /// <summary>Nobody may be left waiting for a group that cannot begin.</summary>
    void RefuseWaiting(Exception failure)
    {
        while (waiting.Reader.TryRead(out var turn)) turn.Refuse(failure);
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.Complete();
        await stopping.CancelAsync();
        await leader;
        RefuseWaiting(new ObjectDisposedException(nameof(GroupCommit)));
        stopping.Dispose();
        Gate.Dispose();
    }
}
