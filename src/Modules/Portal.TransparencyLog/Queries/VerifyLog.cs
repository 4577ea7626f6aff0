using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.TransparencyLog.Api;
using Portal.TransparencyLog.Merkle;
using Portal.TransparencyLog.Models;
using Portal.TransparencyLog.Signing;
using Portal.TransparencyLog.Storage;

namespace Portal.TransparencyLog.Queries;

/// <param name="Faults">What does not agree, in English, each naming its entry or what it is about. Empty: all is as it was recorded.</param>
/// <param name="Erased">Entries whose openings were erased, each with an entry that says so.</param>
/// <param name="Pending">Events that wait to be appended.</param>
public sealed record LogReport(long Entries, int Heads, long Opened, long Erased, int Pending, IReadOnlyList<string> Faults);

/// <summary>Recomputes the whole log: every subtree, every head and its signature, every opening, and what the events say against what the database says now.</summary>
/// <remarks>One pass over the entries and one over what the sources keep; the hashes of all entries are held in memory (about 80 bytes each).</remarks>
public sealed class VerifyLog(PortalDb db, IPortalDatabase database, IEnumerable<ILogSource> sources)
{
    /// <summary>So many faults are named; whoever sees them knows enough.</summary>
    const int MostFaults = 100;

    readonly List<string> faults = [];
    readonly Dictionary<Digest, int> index = [];
    readonly HashSet<Digest> erasures = [];
    readonly List<(string Kind, DateOnly Day)> entries = [];
    readonly List<Digest> withoutOpening = [];
    bool[] opened = [];

    public async Task<LogReport> RunAsync(CancellationToken cancel)
    {
        // Whatever happens meanwhile: one moment is verified.
        await using var moment = await database.FreezeAsync(db, cancel);
        var keys = await CheckKeysAsync(cancel);
        var waiting = (await db.LogPending.AsNoTracking().Select(p => p.LeafHash).ToListAsync(cancel)).ToHashSet();
        var heads = await CheckTreeAsync(keys, cancel);
        opened = new bool[entries.Count];

        foreach (var key in keys) CheckHeld(new(key.LeafHash, new(key.Salt, key.Event)), waiting);
        foreach (var source in sources)
        {
            await foreach (var held in source.AllAsync(cancel)) CheckHeld(held, waiting);
        }

        var erased = CheckErased();
        return new(entries.Count, heads, opened.LongCount(o => o) - erased, erased, waiting.Count, faults);
    }

    async Task<IReadOnlyList<LogKey>> CheckKeysAsync(CancellationToken cancel)
    {
        var keys = await db.LogKeys.AsNoTracking().OrderBy(k => k.Number).ToListAsync(cancel);
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i].Number != i + 1) Report($"Key {keys[i].Id}: its number is {keys[i].Number}, and {i + 1} was expected.");
            if (keys[i].Id != SigningKey.IdOf(keys[i].PublicKey)) Report($"Key {keys[i].Id}: the key is another one than its id says.");
            if (i > 0 && !(keys[i].Endorsement is { } by && SigningKey.Verifies(keys[i - 1].PublicKey, keys[i].PublicKey, by))) Report($"Key {keys[i].Id}: the key before it has not signed it.");
        }

        return keys;
    }

    /// <returns>How many heads there are.</returns>
    async Task<int> CheckTreeAsync(IReadOnlyList<LogKey> keys, CancellationToken cancel)
    {
        var growing = new GrowingTree();
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        var nodes = await db.LogNodes.AsNoTracking().ToDictionaryAsync(n => (n.Level, n.Index), n => n.Hash, cancel);
        var signed = new Queue<LogHead>(await db.LogHeads.AsNoTracking().OrderBy(h => h.Size).ToListAsync(cancel));
        var (count, covered) = (signed.Count, signed.LastOrDefault()?.Size ?? 0);

        await foreach (var entry in db.LogEntries.AsNoTracking().OrderBy(e => e.Index).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (entry.Index != growing.Size)
            {
                Report($"Entry {growing.Size}: it is missing.");
                return count;
            }

            if (!kinds.TryGetValue(entry.Kind, out var kind)) kinds[entry.Kind] = kind = entry.Kind;
            entries.Add((kind, entry.Day));
            if (!index.TryAdd(entry.LeafHash, (int)entry.Index)) Report($"Entry {entry.Index}: its hash stands in the log already.");
            growing.Append(entry.LeafHash, (level, number, root) =>
            {
                if (level == 0 || level % StoredTree.Stride != 0) return;
                if (!nodes.Remove((level, number), out var stored) || stored != root) Report($"Entries {number << level} to {((number + 1) << level) - 1}: the subtree that is stored for them is not theirs.");
            });
            if (signed.TryPeek(out var head) && head.Size == growing.Size) CheckHead(signed.Dequeue(), growing.Root(), keys);
        }

        foreach (var head in signed) Report($"Head of size {head.Size}: the log has {entries.Count} entries only.");
        foreach (var (level, number) in nodes.Keys) Report($"A subtree is stored for entries that are not there: level {level}, number {number}.");
        if (covered < entries.Count) Report($"Entry {covered}: no head is signed from here on.");
        return count;
    }

    void CheckHead(LogHead head, Digest root, IReadOnlyList<LogKey> keys)
    {
        if (head.RootHash != root) Report($"Head of size {head.Size}: an entry before {head.Size} is not the one that was signed.");
        if (keys.FirstOrDefault(k => k.Id == head.KeyId) is not { } key) Report($"Head of size {head.Size}: the key {head.KeyId} is not recorded.");
        else if (!SigningKey.Verifies(key.PublicKey, Checkpoint.Bytes(keys[0].Id, head.Size, head.RootHash, head.Day), head.Signature)) Report($"Head of size {head.Size}: its signature is not valid.");
    }

    void CheckHeld(HeldEvent held, HashSet<Digest> waiting)
    {
        if (held.Leaf is not { } leaf)
        {
            Report(held.Fault ?? "Something was never recorded in the log.");
            return;
        }

        erasures.UnionWith(held.Erases);
        if (!index.TryGetValue(leaf, out var number))
        {
            if (!waiting.Contains(leaf)) Report($"{Subject(held)}: no entry of the log has the hash {leaf}.");
            return;
        }

        opened[number] = true;
        if (held.Fault is { } fault) Report($"Entry {number} ({entries[number].Kind}): {fault}");
        if (held.Opening is not { } opening) withoutOpening.Add(leaf);
        else if (opening.Leaf() != leaf) Report($"Entry {number} ({entries[number].Kind}): salt or event were changed; they do not open it.");
        else if (!Says(opening.Event, entries[number])) Report($"Entry {number}: the log says {entries[number].Kind} on {entries[number].Day:yyyy-MM-dd}, the event says otherwise.");
    }

    /// <returns>How many entries were erased as it should be.</returns>
    long CheckErased()
    {
        long erased = 0;
        foreach (var leaf in withoutOpening)
        {
            if (erasures.Contains(leaf)) erased++;
            else Report($"Entry {index[leaf]} ({entries[index[leaf]].Kind}): what it says is gone, and no entry records that it was erased.");
        }

        for (var i = 0; i < opened.Length; i++)
        {
            if (!opened[i]) Report($"Entry {i} ({entries[i].Kind}, {entries[i].Day:yyyy-MM-dd}): nothing in the database belongs to it any more.");
        }

        return erased;
    }

    static string Subject(HeldEvent held) => held.Opening is { } opening ? System.Text.Encoding.UTF8.GetString(opening.Event) : "An erased event";

    /// <summary>Every event begins with its kind and its day, in this form (<see cref="LogEvent"/>).</summary>
    static bool Says(byte[] eventBytes, (string Kind, DateOnly Day) entry)
    {
        Span<byte> expected = stackalloc byte[200];
        return System.Text.Unicode.Utf8.TryWrite(expected, CultureInfo.InvariantCulture, $"{{\"kind\":\"{entry.Kind}\",\"day\":\"{entry.Day:yyyy-MM-dd}\"", out var length)
            && eventBytes.AsSpan().StartsWith(expected[..length]);
    }

    void Report(DefaultInterpolatedStringHandler text)
    {
        if (faults.Count < MostFaults) faults.Add(string.Create(CultureInfo.InvariantCulture, ref text));
        else text.Clear();
    }

    void Report(string text)
    {
        if (faults.Count < MostFaults) faults.Add(text);
    }
}
