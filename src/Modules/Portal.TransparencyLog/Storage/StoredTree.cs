using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.TransparencyLog.Merkle;
using Portal.TransparencyLog.Models;

namespace Portal.TransparencyLog.Storage;

/// <summary>The tree as it is stored: entries, and the roots of subtrees of 256, 65,536 … of them. What lies between is worked out from rows that are read 256 at a time.</summary>
public sealed class StoredTree(PortalDb db)
{
    /// <summary>Every so many levels are stored.</summary>
    public const int Stride = 8;

    const int TileWidth = 1 << Stride;

    readonly Dictionary<(int Level, long Tile), Digest[]> tiles = [];

    public MerkleTree Proofs(CancellationToken cancel) => new((level, index) => RootAsync(level, index, cancel));

    async ValueTask<Digest> RootAsync(int level, long index, CancellationToken cancel)
    {
        var (stored, above) = (level - (level % Stride), level % Stride);
        var first = index << above;
        var tile = await TileAsync(stored, first / TileWidth, cancel);
        var hashes = tile.AsSpan((int)(first % TileWidth), 1 << above).ToArray();
        for (var count = hashes.Length; count > 1; count /= 2)
        {
            for (var i = 0; i < count / 2; i++) hashes[i] = TreeHash.Node(hashes[2 * i], hashes[(2 * i) + 1]);
        }

        return hashes[0];
    }

    async Task<Digest[]> TileAsync(int level, long tile, CancellationToken cancel)
    {
        if (tiles.TryGetValue((level, tile), out var known)) return known;
        var (first, end) = (tile * TileWidth, (tile + 1) * TileWidth);
        var read = level == 0
            ? await db.LogEntries.Where(e => e.Index >= first && e.Index < end).OrderBy(e => e.Index).Select(e => e.LeafHash).ToArrayAsync(cancel)
            : await db.LogNodes.Where(n => n.Level == level && n.Index >= first && n.Index < end).OrderBy(n => n.Index).Select(n => n.Hash).ToArrayAsync(cancel);
        return tiles[(level, tile)] = read;
    }
}
