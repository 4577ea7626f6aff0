using Portal.TransparencyLog.Merkle;

namespace Portal.UnitTests.TransparencyLog;

/// <summary>A tree in memory, and the definitions of RFC 9162 written down once more as they stand there: slow, and plain enough to be believed.</summary>
sealed class TestTree
{
    readonly Dictionary<(int Level, long Index), Digest> complete = [];

    public TestTree(IEnumerable<Digest> leaves)
    {
        Leaves = [.. leaves];
        var growing = new GrowingTree();
        foreach (var leaf in Leaves) growing.Append(leaf, (level, index, root) => complete.Add((level, index), root));
        Proofs = new((level, index) => ValueTask.FromResult(complete[(level, index)]));
    }

    public IReadOnlyList<Digest> Leaves { get; }

    public MerkleTree Proofs { get; }

    /// <summary>MTH(D_n).</summary>
    public static Digest Root(ReadOnlySpan<Digest> leaves)
    {
        if (leaves.Length == 0) return TreeHash.Empty;
        if (leaves.Length == 1) return leaves[0];
        var k = 1;
        while (k * 2 < leaves.Length) k *= 2;
        return TreeHash.Node(Root(leaves[..k]), Root(leaves[k..]));
    }

    public static TestTree OfSize(int size, int seed = 0) => new(Enumerable.Range(0, size).Select(i => TreeHash.Leaf(BitConverter.GetBytes((i * 31) + seed))));
}
