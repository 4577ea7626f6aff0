using Portal.TransparencyLog.Merkle;

namespace Portal.UnitTests.TransparencyLog;

/// <summary>What holds for every tree: tried on all small ones, and on large ones picked at random.</summary>
public sealed class TreePropertyTests
{
    const int Small = 40;

    static readonly TestTree Tree = TestTree.OfSize(1500);
    static readonly Digest[] Roots = [.. Enumerable.Range(0, Tree.Leaves.Count + 1).Select(n => TestTree.Root([.. Tree.Leaves.Take(n)]))];

    static IEnumerable<(int Smaller, int Larger)> Pairs()
    {
        for (var larger = 1; larger <= Small; larger++)
        {
            for (var smaller = 1; smaller <= larger; smaller++) yield return (smaller, larger);
        }

        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var larger = random.Next(1, Tree.Leaves.Count + 1);
            yield return (random.Next(1, larger + 1), larger);
        }
    }

    [Fact]
    public async Task A_root_is_what_the_definition_says_however_it_is_come_by()
    {
        var growing = new GrowingTree();
        for (var size = 0; size < Tree.Leaves.Count; size++)
        {
            growing.Root().ShouldBe(Roots[size]);
            growing.Append(Tree.Leaves[size]);
        }

        foreach (var (_, size) in Pairs()) (await Tree.Proofs.RootAsync(size)).ShouldBe(Roots[size]);
    }

    [Fact]
    public async Task A_tree_goes_on_growing_from_its_complete_subtrees()
    {
        foreach (var (smaller, larger) in Pairs())
        {
            var growing = new GrowingTree(smaller, await Tree.Proofs.CompleteSubtreesAsync(smaller));
            foreach (var leaf in Tree.Leaves.Take(larger).Skip(smaller)) growing.Append(leaf);
            growing.Root().ShouldBe(Roots[larger]);
        }
    }

    [Fact]
    public async Task Every_leaf_can_be_proved_and_with_few_steps()
    {
        foreach (var (number, size) in Pairs())
        {
            var path = await Tree.Proofs.InclusionAsync(number - 1, size);
            MerkleProof.Includes(Tree.Leaves[number - 1], number - 1, size, path, Roots[size]).ShouldBeTrue();
            path.Count.ShouldBeLessThanOrEqualTo((int)Math.Ceiling(Math.Log2(size)) + 1);
        }
    }

    [Fact]
    public async Task A_proof_holds_for_its_own_leaf_place_size_and_root_alone()
    {
        foreach (var (number, size) in Pairs())
        {
            var (index, leaf) = (number - 1, Tree.Leaves[number - 1]);
            var path = await Tree.Proofs.InclusionAsync(index, size);
            MerkleProof.Includes(TreeHash.Leaf([1, 2, 3]), index, size, path, Roots[size]).ShouldBeFalse();
            MerkleProof.Includes(leaf, index, size, path, Roots[size - 1]).ShouldBeFalse();
            MerkleProof.Includes(leaf, index, size, [.. path, leaf], Roots[size]).ShouldBeFalse();
            MerkleProof.Includes(leaf, size, size, path, Roots[size]).ShouldBeFalse();
            MerkleProof.Includes(leaf, -1, size, path, Roots[size]).ShouldBeFalse();
            if (path.Count > 0) MerkleProof.Includes(leaf, index, size, [.. path.Skip(1)], Roots[size]).ShouldBeFalse();
            if (size > 1) MerkleProof.Includes(leaf, (index + 1) % size, size, path, Roots[size]).ShouldBeFalse();
            for (var step = 0; step < path.Count; step++) MerkleProof.Includes(leaf, index, size, [.. path.Select((p, i) => i == step ? TreeHash.Leaf([9]) : p)], Roots[size]).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Every_earlier_tree_is_the_beginning_of_every_later_one()
    {
        foreach (var (smaller, larger) in Pairs())
        {
            MerkleProof.IsConsistent(smaller, Roots[smaller], larger, Roots[larger], await Tree.Proofs.ConsistencyAsync(smaller, larger)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Nobody_shows_a_rewritten_tree_to_be_the_continuation_of_what_was_there()
    {
        foreach (var (smaller, larger) in Pairs().Where(p => p.Smaller < p.Larger))
        {
            var rewritten = new TestTree(Tree.Leaves.Take(larger).Select((leaf, i) => i == smaller - 1 ? TreeHash.Leaf([7]) : leaf));
            var path = await rewritten.Proofs.ConsistencyAsync(smaller, larger);
            MerkleProof.IsConsistent(smaller, Roots[smaller], larger, await rewritten.Proofs.RootAsync(larger), path).ShouldBeFalse();
            MerkleProof.IsConsistent(smaller, Roots[smaller], larger, Roots[larger - 1], await Tree.Proofs.ConsistencyAsync(smaller, larger)).ShouldBeFalse();
            MerkleProof.IsConsistent(larger, Roots[larger], smaller, Roots[smaller], path).ShouldBeFalse();
        }
    }
}
