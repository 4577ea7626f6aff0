using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.TransparencyLog.Merkle;
using Portal.TransparencyLog.Models;
using Portal.TransparencyLog.Signing;

namespace Portal.TransparencyLog.Queries;

/// <summary>A signed tree head with everything that is needed to check its signature.</summary>
/// <param name="Checkpoint">The signed text.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, DER.</param>
public sealed record SignedTreeHead(string LogId, long Size, Digest RootHash, DateOnly Day, string Checkpoint, byte[] Signature, string KeyId, byte[] PublicKey);

/// <summary>The signed heads of the log.</summary>
public sealed class TreeHeads(PortalDb db)
{
    /// <returns>The newest head; null while the log is empty.</returns>
    public async Task<SignedTreeHead?> NewestAsync(CancellationToken cancel) =>
        (await ReadAsync(db.LogHeads.OrderByDescending(h => h.Size).Take(1), cancel)).SingleOrDefault();

    /// <summary>The last head of each day that had one, the newest first: enough for whoever holds them to notice a rewritten log, and without telling when in a day something happened.</summary>
    public Task<IReadOnlyList<SignedTreeHead>> OfDaysAsync(int atMost, CancellationToken cancel)
    {
        var last = db.LogHeads.GroupBy(h => h.Day).Select(d => d.Max(h => h.Size));
        return ReadAsync(db.LogHeads.Where(h => last.Contains(h.Size)).OrderByDescending(h => h.Size).Take(atMost), cancel);
    }

    async Task<IReadOnlyList<SignedTreeHead>> ReadAsync(IQueryable<LogHead> heads, CancellationToken cancel)
    {
        var rows = await (from head in heads
                          join key in db.LogKeys on head.KeyId equals key.Id
                          join first in db.LogKeys on 1 equals first.Number
                          orderby head.Size descending
                          select new { Head = head, key.PublicKey, LogId = first.Id }).AsNoTracking().ToListAsync(cancel);
        return [.. rows.Select(r => new SignedTreeHead(
            r.LogId, r.Head.Size, r.Head.RootHash, r.Head.Day, Checkpoint.Text(r.LogId, r.Head.Size, r.Head.RootHash, r.Head.Day), r.Head.Signature, r.Head.KeyId, r.PublicKey))];
    }
}
