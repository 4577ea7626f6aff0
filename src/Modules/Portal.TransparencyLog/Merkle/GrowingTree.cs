namespace Portal.TransparencyLog.Merkle;

/// <summary>A tree that leaves are appended to. It holds the roots of its complete subtrees alone, one for each bit of its size: that is all that appending needs.</summary>
public sealed class GrowingTree
{
    readonly Stack<Digest> complete = [];

    /// <summary>A tree without leaves.</summary>
    public GrowingTree() { }

    /// <param name="size">Number of leaves that are there already.</param>
    /// <param name="complete">Roots of its complete subtrees, from the largest, which is the first, to the smallest.</param>
    public GrowingTree(long size, IEnumerable<Digest> complete)
    {
        Size = size;
        foreach (var root in complete) this.complete.Push(root);
        if (this.complete.Count != System.Numerics.BitOperations.PopCount((ulong)size)) throw new ArgumentException($"A tree of {size} leaves does not have {this.complete.Count} complete subtrees.", nameof(complete));
    }

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <param name="completed">Told of each subtree that this leaf completes, from the leaf itself upward: its level (0 = leaf), its number on that level, its root.</param>
    public void Append(Digest leaf, Action<int, long, Digest>? completed = null)
    {
        var (root, index) = (leaf, Size++);
        completed?.Invoke(0, index, root);
        for (var level = 1; (index & 1) == 1; level++)
        {
            root = TreeHash.Node(complete.Pop(), root);
            index >>= 1;
            completed?.Invoke(level, index, root);
        }

        complete.Push(root);
    }

    /// <returns>The tree's root as it is now.</returns>
    public Digest Root() => complete.Count == 0 ? TreeHash.Empty : complete.Skip(1).Aggregate(complete.Peek(), (right, left) => TreeHash.Node(left, right));
}
