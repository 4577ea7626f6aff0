namespace Portal.TransparencyLog.Merkle;

/// <summary>Checks proofs, trusting nothing but the roots (RFC 9162, 2.1.3.2 and 2.1.4.2).</summary>
public static class MerkleProof
{
    /// <returns>Whether the leaf is number <paramref name="index"/> (from 0) of the tree with this size and root.</returns>
    public static bool Includes(Digest leaf, long index, long size, IReadOnlyList<Digest> path, Digest root)
    {
        if (index < 0 || index >= size) return false;
        var (number, last, hash) = (index, size - 1, leaf);
        foreach (var step in path)
        {
            if (last == 0) return false;
            if ((number & 1) == 1 || number == last)
            {
                hash = TreeHash.Node(step, hash);
                while ((number & 1) == 0 && number != 0) (number, last) = (number >> 1, last >> 1);
            }
            else
            {
                hash = TreeHash.Node(hash, step);
            }

            (number, last) = (number >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <returns>Whether the second tree begins with all leaves of the first.</returns>
    public static bool IsConsistent(long first, Digest firstRoot, long second, Digest secondRoot, IReadOnlyList<Digest> path)
    {
        if (first < 1 || first > second) return false;
        if (first == second) return path.Count == 0 && firstRoot == secondRoot;
        // A tree of 2^k leaves is a subtree of every later one: its root is the first step, which proofs leave out.
        var steps = long.IsPow2(first) ? [firstRoot, .. path] : path;
        if (steps.Count == 0) return false;

        var (number, last) = (first - 1, second - 1);
        while ((number & 1) == 1) (number, last) = (number >> 1, last >> 1);
        var (before, after) = (steps[0], steps[0]);
        foreach (var step in steps.Skip(1))
        {
            if (last == 0) return false;
            if ((number & 1) == 1 || number == last)
            {
                (before, after) = (TreeHash.Node(step, before), TreeHash.Node(step, after));
                while ((number & 1) == 0 && number != 0) (number, last) = (number >> 1, last >> 1);
            }
            else
            {
                after = TreeHash.Node(after, step);
            }

            (number, last) = (number >> 1, last >> 1);
        }

        return last == 0 && before == firstRoot && after == secondRoot;
    }
}
