using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.TransparencyLog.Models;

namespace Portal.TransparencyLog.Queries;

/// <summary>The entries as everybody may read them: hash, kind and day.</summary>
public sealed class LogEntryList(PortalDb db)
{
    /// <summary>Entries in one answer.</summary>
    public const int Most = 1000;

    /// <param name="from">Index of the first entry wanted.</param>
    public async Task<IReadOnlyList<LogEntry>> FromAsync(long from, int atMost, CancellationToken cancel) =>
        await db.LogEntries.AsNoTracking().Where(e => e.Index >= from).OrderBy(e => e.Index).Take(atMost).ToListAsync(cancel);

    public async Task<IReadOnlyList<LogEntry>> NewestAsync(int atMost, CancellationToken cancel) =>
        await db.LogEntries.AsNoTracking().OrderByDescending(e => e.Index).Take(atMost).ToListAsync(cancel);

    /// <returns>Index of each of these leaves that is in the log.</returns>
    public async Task<IReadOnlyDictionary<Merkle.Digest, long>> FindAsync(IReadOnlyCollection<Merkle.Digest> leaves, CancellationToken cancel) =>
        await db.LogEntries.Where(e => leaves.Contains(e.LeafHash)).ToDictionaryAsync(e => e.LeafHash, e => e.Index, cancel);
}
