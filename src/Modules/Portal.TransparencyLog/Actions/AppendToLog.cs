using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.TransparencyLog.Merkle;
using Portal.TransparencyLog.Models;
using Portal.TransparencyLog.Signing;
using Portal.TransparencyLog.Storage;

namespace Portal.TransparencyLog.Actions;

/// <summary>Appends the events that wait to the log and signs the new head, all in one transaction: after a crash either all of it is there or nothing, and nothing is appended twice.</summary>
public sealed class AppendToLog(PortalDb db, UnitOfWork work, LogKeys keys, StoredTree tree, TimeProvider clock)
{
    /// <summary>Entries appended at once.</summary>
    public const int Most = 4096;

    /// <summary>Tag of pages that show the state of the log.</summary>
    public const string Tag = "transparency-log";

    /// <summary>What this transaction sees of it, however much is committed meanwhile.</summary>
    const string Take = "DELETE FROM \"LogPending\" WHERE \"Id\" IN (SELECT \"Id\" FROM \"LogPending\" ORDER BY \"Id\" LIMIT {0}) RETURNING *";

    /// <returns>How many events were appended.</returns>
    public Task<Result<int>> RunAsync(CancellationToken cancel) => work.RunAsync<int>(async () =>
    {
        // Of several nodes one appends at a time.
        await work.AloneAsync("TransparencyLog", cancel);
        using var key = await keys.SigningAsync(cancel);
        await db.SaveChangesAsync(cancel);
        var events = await db.LogPending.FromSqlRaw(Take, Most).AsNoTracking().ToListAsync(cancel);
        if (events.Count == 0) return 0;

        var size = await db.LogHeads.MaxAsync(h => (long?)h.Size, cancel) ?? 0;
        var growing = new GrowingTree(size, await tree.Proofs(cancel).CompleteSubtreesAsync(size));
        foreach (var happened in events.OrderBy(e => e.Id))
        {
            db.LogEntries.Add(new() { Index = growing.Size, LeafHash = happened.LeafHash, Kind = happened.Kind, Day = happened.Day });
            growing.Append(happened.LeafHash, Keep);
        }

        await SignAsync(key, growing, cancel);
        work.Evict(Tag);
        return events.Count;
    }, cancel);

    void Keep(int level, long index, Digest root)
    {
        if (level > 0 && level % StoredTree.Stride == 0) db.LogNodes.Add(new() { Level = level, Index = index, Hash = root });
    }

    async Task SignAsync(SigningKey key, GrowingTree growing, CancellationToken cancel)
    {
        var (root, day) = (growing.Root(), DateOnly.FromDateTime(clock.UtcNow));
        var logId = (await keys.LogIdAsync(cancel))!;
        db.LogHeads.Add(new() { Size = growing.Size, RootHash = root, Day = day, KeyId = key.Id, Signature = key.Sign(Checkpoint.Bytes(logId, growing.Size, root, day)) });
    }
}
