using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Security;

namespace Portal.Cms.Data;

/// <summary>Runs a change in one database transaction: all of it happens, with its audit records, outbox messages and change-log tags, or none.</summary>
/// <remarks>Scoped. An action that calls another action joins the transaction that is already open. Others may be changing things at the same time: keys, stamps and guarded updates keep what must be true, or <see cref="AloneAsync"/>.</remarks>
public sealed class UnitOfWork(PortalDb db, IWriteGate gate, IPortalDatabase database, AuditTrail audit, TimeProvider clock, ChangeNotifier changes, ILogger<UnitOfWork> log, IServiceProvider services)
{
    static readonly Problem LostRace = Problem.Conflict("Somebody else changed this meanwhile. Nothing was saved; look at it again.");

    readonly HashSet<string> tags = new(StringComparer.Ordinal), sets = new(StringComparer.Ordinal);
    IWriteTurn? turn;
    bool told;

    /// <summary>Runs <paramref name="change"/> and commits unless it returns a problem or throws.</summary>
    /// <returns>What the change returned; a <see cref="PermissionDeniedException"/> in it becomes a problem.</returns>
    public Task<Result<T>> RunAsync<T>(Func<Task<Result<T>>> change, CancellationToken cancel) => RunAsync(prepare: null, change, grouped: false, cancel);

    /// <summary>The same, sharing one commit with others that wait (see <see cref="IWriteGate.EnterAsync"/>).</summary>
    public Task<Result<T>> RunGroupedAsync<T>(Func<Task<Result<T>>> change, CancellationToken cancel) => RunAsync(prepare: null, change, grouped: true, cancel);

    /// <summary>The same for a change of which a part asks the database nothing: <paramref name="prepare"/> runs before the turn, beside those of others; what it adds to the context is written in the turn.</summary>
    public Task<Result<T>> RunGroupedAsync<TPrepared, T>(Func<TPrepared> prepare, Func<TPrepared, Task<Result<T>>> change, CancellationToken cancel)
    {
        TPrepared prepared = default!;
        return RunAsync(() => prepared = prepare(), () => change(prepared), grouped: true, cancel);
    }

    /// <summary>Whether a change is going on in this scope: whatever writes by a way of its own would wait for its end for ever.</summary>
    public bool IsRunning => turn is not null;

    /// <summary>Waits until no other change is at the same thing, on any node, and keeps others from it until this change ends: for a rule that no key can hold, such as the next free address. Read what the rule is about afterwards.</summary>
    /// <param name="thing">Any name that all changes under the rule use.</param>
    public Task AloneAsync(string thing, CancellationToken cancel) =>
        (turn ?? throw new InvalidOperationException("Only a running change can be alone with something.")).LockAsync(thing, cancel);

    /// <summary>Says that whatever is cached under these tags is out of date once this change is committed.</summary>
    public void Evict(params IEnumerable<string> changed) => tags.UnionWith(changed);

    /// <summary>Says that something was done to an item of this localization set; whoever watches sets is asked before the commit.</summary>
    public void Touch(string localizationSet) => sets.Add(localizationSet);

    /// <summary>Leaves a message for after the commit.</summary>
    /// <param name="dueUtc">Not before this instant; null = at once.</param>
    public void Tell(string kind, string payload, DateTime? dueUtc = null)
    {
        var now = clock.UtcNow;
        db.Outbox.Add(new OutboxMessage { Kind = kind, Payload = payload, CreatedUtc = now, DueUtc = dueUtc ?? now });
        told = true;
    }

    /// <summary>Writes what the joining action changed, so that the next one finds it when it asks the database.</summary>
    async Task<Result<T>> JoinAsync<T>(Action? prepare, Func<Task<Result<T>>> change, CancellationToken cancel)
    {
        prepare?.Invoke();
        var result = await change();
        if (result.Succeeded) await SaveAsync(cancel);
        return result;
    }

    async Task<Result<T>> RunAsync<T>(Action? prepare, Func<Task<Result<T>>> change, bool grouped, CancellationToken cancel)
    {
        if (turn is not null) return await JoinAsync(prepare, change, cancel);

        tags.Clear();
        sets.Clear();
        told = false;
        try
        {
            prepare?.Invoke();
            Result<T> result;
            await using (turn = await gate.EnterAsync(db, grouped, cancel))
            {
                result = await change();
                if (result.Problem is { } problem) return problem;

                await SaveAsync(cancel);
                if (sets.Count > 0) await RefreshSetsAsync(cancel);
                if (tags.Count > 0) await LogAsync(turn, cancel);
                await turn.CommitAsync();
            }

            await changes.CommittedAsync(tags, told);
            return result;
        }
        catch (PermissionDeniedException denied)
        {
            // Ids alone: a log is read by more people than the database.
            if (denied.Account is not null) log.LogWarning("The account {Account} was refused a change that needs {Permission}.", denied.Account, denied.Permission);
            return denied.Problem;
        }
        catch (DbUpdateConcurrencyException)
        {
            return LostRace;
        }
        catch (Exception failure) when (!grouped && database.IsLostRace(failure))
        {
            // Who shares a commit knows what a taken key means there, and asks for the failure itself.
            return LostRace;
        }
        finally
        {
            turn = null;
            // Whatever happened, the next action of this scope reads afresh.
            db.ChangeTracker.Clear();
        }
    }

    Task<int> SaveAsync(CancellationToken cancel)
    {
        ValueChanges.Record(db, audit);
        return db.SaveChangesAsync(cancel);
    }

    /// <summary>Watchers read through this very unit of work's database, so they are made when they are needed.</summary>
    async Task RefreshSetsAsync(CancellationToken cancel)
    {
        foreach (var watcher in services.GetServices<ISetWatcher>()) await watcher.RefreshAsync(sets, cancel);
        await db.SaveChangesAsync(cancel);
    }

    async Task LogAsync(IWriteTurn announcing, CancellationToken cancel)
    {
        await announcing.AnnounceAsync(cancel);
        foreach (var tag in tags) db.ChangeLog.Add(new ChangeLogEntry { Tag = tag, AtUtc = clock.UtcNow });
        await db.SaveChangesAsync(cancel);
    }
}
