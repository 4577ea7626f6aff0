using System.Security.Cryptography;

namespace Portal.TransparencyLog.Merkle;

/// <summary>The hashes of a Merkle tree (RFC 9162, 2.1.1). Leaves and inner nodes begin with different bytes, so that neither can pass for the other.</summary>
public static class TreeHash
{
    const byte LeafPrefix = 0, NodePrefix = 1;

    /// <summary>The root of a tree without leaves: SHA-256 of nothing.</summary>
    public static readonly Digest Empty = Digest.Of(SHA256.HashData([]));

    /// <returns>SHA-256(0x00 ‖ entry).</returns>
    public static Digest Leaf(ReadOnlySpan<byte> entry)
    {
        Span<byte> input = entry.Length < 256 ? stackalloc byte[1 + entry.Length] : new byte[1 + entry.Length];
        input[0] = LeafPrefix;
        entry.CopyTo(input[1..]);
        return Hash(input);
    }

    /// <returns>SHA-256(0x01 ‖ left ‖ right).</returns>
    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Digest.Length)];
        input[0] = NodePrefix;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Digest.Length)..]);
        return Hash(input);
    }

    static Digest Hash(ReadOnlySpan<byte> input)
    {
        Span<byte> hash = stackalloc byte[Digest.Length];
        SHA256.HashData(input, hash);
        return Digest.Of(hash);
    }
}
