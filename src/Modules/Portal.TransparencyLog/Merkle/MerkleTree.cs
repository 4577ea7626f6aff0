using System.Numerics;

namespace Portal.TransparencyLog.Merkle;

/// <summary>Gives the root of a complete subtree.</summary>
/// <param name="level">0 = a leaf; the subtree has 2^level leaves.</param>
/// <param name="index">Its number on that level, from 0: its first leaf is index × 2^level.</param>
public delegate ValueTask<Digest> SubtreeRoot(int level, long index);

/// <summary>Roots and proofs of a tree whose complete subtrees are known (RFC 9162, 2.1). Each asks for about log₂ n of them.</summary>
public sealed class MerkleTree(SubtreeRoot subtree)
{
    /// <returns>The root of the first <paramref name="size"/> leaves.</returns>
    public ValueTask<Digest> RootAsync(long size) => size == 0 ? ValueTask.FromResult(TreeHash.Empty) : RangeAsync(0, size);

    /// <summary>PATH of RFC 9162, 2.1.3.1: what is needed to climb from a leaf to the root, from the bottom up.</summary>
    public async Task<IReadOnlyList<Digest>> InclusionAsync(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<Digest>();
        var (start, end) = (0L, size);
        while (end - start > 1)
        {
            var middle = start + Half(end - start);
            if (index < middle)
            {
                path.Add(await RangeAsync(middle, end));
                end = middle;
            }
            else
            {
                path.Add(await RangeAsync(start, middle));
                start = middle;
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>PROOF of RFC 9162, 2.1.4.1: shows that the tree of <paramref name="second"/> leaves begins with all of the tree of <paramref name="first"/>, unchanged.</summary>
    public async Task<IReadOnlyList<Digest>> ConsistencyAsync(long first, long second)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        var path = new List<Digest>();
        var (start, end, isWhole) = (0L, second, true);
        while (end > first)
        {
            var middle = start + Half(end - start);
            if (first <= middle)
            {
                path.Add(await RangeAsync(middle, end));
                end = middle;
            }
            else
            {
                path.Add(await RangeAsync(start, middle));
                (start, isWhole) = (middle, false);
            }
        }

        // Whoever checks has the root of the first tree; a part of it they have to be told.
        if (!isWhole) path.Add(await RangeAsync(start, end));
        path.Reverse();
        return path;
    }

    /// <returns>Roots of the complete subtrees of a tree, from the largest to the smallest: what <see cref="GrowingTree"/> goes on from.</returns>
    public async Task<IReadOnlyList<Digest>> CompleteSubtreesAsync(long size)
    {
        var roots = new List<Digest>();
        var start = 0L;
        for (var level = 62; level >= 0; level--)
        {
            if ((size & (1L << level)) == 0) continue;
            roots.Add(await subtree(level, start >> level));
            start += 1L << level;
        }

        return roots;
    }

    async ValueTask<Digest> RangeAsync(long start, long end)
    {
        var count = end - start;
        if (BitOperations.IsPow2(count)) return await subtree(BitOperations.Log2((ulong)count), start / count);
        var middle = start + Half(count);
        return TreeHash.Node(await RangeAsync(start, middle), await RangeAsync(middle, end));
    }

    /// <summary>The largest power of two below <paramref name="count"/>.</summary>
    static long Half(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
