using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.TransparencyLog.Api;
using Portal.TransparencyLog.Merkle;
using Portal.TransparencyLog.Models;
using Portal.TransparencyLog.Storage;

namespace Portal.TransparencyLog.Queries;

/// <summary>An entry of the log with the path from it to the head.</summary>
/// <param name="Opening">What it commits to, for who may see it; null where it was erased or was not asked for with a receipt.</param>
public sealed record ProvedEntry(long Index, Digest Leaf, string Kind, DateOnly Day, LogOpening? Opening, IReadOnlyList<Digest> Path);

/// <param name="Head">Null while the log is empty.</param>
/// <param name="Pending">Events that happened and are not in the log yet: ask again in a second.</param>
public sealed record LogProof(SignedTreeHead? Head, IReadOnlyList<ProvedEntry> Entries, int Pending);

/// <summary>Shows that entries are in the log, and that a later log begins with an earlier one.</summary>
public sealed class LogProofs(PortalDb db, TreeHeads heads, StoredTree tree, IEnumerable<ILogSource> sources)
{
    /// <returns>Null where nobody knows the receipt.</returns>
    public async Task<LogProof?> OfReceiptAsync(string receipt, CancellationToken cancel)
    {
        foreach (var source in sources)
        {
            if (await source.FindAsync(receipt, cancel) is { } held) return await ProveAsync(held, cancel);
        }

        return null;
    }

    /// <returns>Null where the log has no such entry.</returns>
    public async Task<LogProof?> OfLeafAsync(Digest leaf, CancellationToken cancel) =>
        await ProveAsync([new(leaf, null)], cancel) is { Entries.Count: 1 } proof ? proof : null;

    /// <returns>Null where one of the two sizes is none that the log has or had.</returns>
    public async Task<(Digest FirstRoot, Digest SecondRoot, IReadOnlyList<Digest> Path)?> OfConsistencyAsync(long first, long second, CancellationToken cancel)
    {
        if (first < 1 || first > second || await heads.NewestAsync(cancel) is not { } newest || second > newest.Size) return null;
        var proofs = tree.Proofs(cancel);
        return (await proofs.RootAsync(first), await proofs.RootAsync(second), await proofs.ConsistencyAsync(first, second));
    }

    async Task<LogProof> ProveAsync(IReadOnlyList<HeldEvent> held, CancellationToken cancel)
    {
        if (await heads.NewestAsync(cancel) is not { } head) return new(null, [], held.Count(h => h.Leaf is not null));
        var leaves = held.Where(h => h.Leaf is not null).Select(h => h.Leaf!.Value).ToList();
        var entries = await db.LogEntries.AsNoTracking().Where(e => leaves.Contains(e.LeafHash) && e.Index < head.Size).OrderBy(e => e.Index).ToListAsync(cancel);
        var openings = held.Where(h => h.Leaf is not null).ToDictionary(h => h.Leaf!.Value, h => h.Opening);
        var proofs = tree.Proofs(cancel);
        var proved = new List<ProvedEntry>();
        foreach (var entry in entries) proved.Add(new(entry.Index, entry.LeafHash, entry.Kind, entry.Day, openings[entry.LeafHash], await proofs.InclusionAsync(entry.Index, head.Size)));
        return new(head, proved, leaves.Count - proved.Count);
    }
}
