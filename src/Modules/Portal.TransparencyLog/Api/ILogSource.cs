using Portal.TransparencyLog.Merkle;
using Portal.TransparencyLog.Models;

namespace Portal.TransparencyLog.Api;

/// <summary>Whoever hands events to the log and keeps their openings. The log itself cannot read its entries; it asks.</summary>
public interface ILogSource
{
    /// <summary>Kinds of events that this source hands in, each with an English message id for readers: <c>Received</c>.</summary>
    IReadOnlyDictionary<string, string> Kinds { get; }

    /// <returns>The events that somebody may see who holds this receipt, oldest first; null where it is no receipt of this source.</returns>
    Task<IReadOnlyList<HeldEvent>?> FindAsync(string receipt, CancellationToken cancel);

    /// <summary>Every event that was handed in, each held against what it is about as that stands in the database now. For <c>log verify</c>: in a stream, in any order.</summary>
    IAsyncEnumerable<HeldEvent> AllAsync(CancellationToken cancel);
}

/// <summary>An event as whoever handed it in still has it.</summary>
/// <param name="Leaf">Its entry; null where something was never handed in that should have been.</param>
/// <param name="Opening">Null once it is erased.</param>
public sealed record HeldEvent(Digest? Leaf, LogOpening? Opening)
{
    /// <summary>Leaves of the entries whose openings were erased with this event.</summary>
    public IReadOnlyList<Digest> Erases { get; init; } = [];

    /// <summary>What in the database no longer agrees with the event, in English for the operator; null where all does.</summary>
    public string? Fault { get; init; }
}
