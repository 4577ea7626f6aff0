using System.Text;
using Portal.TransparencyLog.Merkle;
using Portal.TransparencyLog.Signing;

namespace Portal.TransparencyLog.Queries;

/// <summary>Where an event of a receipt stands.</summary>
public enum Recorded
{
    /// <summary>The event opens the entry, and the entry is in the signed log.</summary>
    Proved,
    /// <summary>The entry is in the signed log; what it said was erased.</summary>
    Erased,
    /// <summary>Event, entry or signature do not belong together.</summary>
    Wrong,
}

/// <param name="Said">The event's own text; null where it was erased.</param>
public sealed record CheckedEntry(long Index, string Kind, DateOnly Day, Recorded Recorded, string? Said);

/// <param name="Pending">Events that are not in the log yet.</param>
public sealed record ReceiptCheck(SignedTreeHead? Head, IReadOnlyList<CheckedEntry> Entries, int Pending)
{
    public bool IsSound => Entries.All(e => e.Recorded != Recorded.Wrong);
}

/// <summary>Checks everything that a receipt's holder could check alone, from the event up to the signature.</summary>
public sealed class CheckReceipt(LogProofs proofs)
{
    /// <returns>Null where nobody knows the receipt.</returns>
    public async Task<ReceiptCheck?> RunAsync(string receipt, CancellationToken cancel)
    {
        if (await proofs.OfReceiptAsync(receipt, cancel) is not { } proof) return null;
        var isSigned = proof.Head is { } head && SigningKey.Verifies(head.PublicKey, Encoding.ASCII.GetBytes(head.Checkpoint), head.Signature);
        return new(proof.Head, [.. proof.Entries.Select(e => new CheckedEntry(e.Index, e.Kind, e.Day, isSigned ? Check(e, proof.Head!) : Recorded.Wrong, e.Opening is { } opening ? Encoding.UTF8.GetString(opening.Event) : null))], proof.Pending);
    }

    static Recorded Check(ProvedEntry entry, SignedTreeHead head) =>
        !MerkleProof.Includes(entry.Leaf, entry.Index, head.Size, entry.Path, head.RootHash) ? Recorded.Wrong :
        entry.Opening is not { } opening ? Recorded.Erased :
        opening.Leaf() == entry.Leaf ? Recorded.Proved : Recorded.Wrong;
}
