using System.Security.Cryptography;
using Portal.TransparencyLog.Merkle;

namespace Portal.TransparencyLog.Models;

/// <summary>What an entry of the log commits to. Whoever has it can show what the entry says; without it the entry says nothing to anybody.</summary>
/// <param name="Salt">32 random bytes: without them a short event could be guessed and compared.</param>
/// <param name="Event">The event's canonical bytes, kept verbatim: they are never written anew.</param>
public sealed record LogOpening(byte[] Salt, byte[] Event)
{
    /// <summary>In bytes.</summary>
    public const int SaltLength = 32;

    public static LogOpening For(byte[] eventBytes) => new(RandomNumberGenerator.GetBytes(SaltLength), eventBytes);

    /// <returns>SHA-256(0x00 ‖ SHA-256(salt ‖ event)).</returns>
    public Digest Leaf()
    {
        using var commitment = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        commitment.AppendData(Salt);
        commitment.AppendData(Event);
        Span<byte> hash = stackalloc byte[Digest.Length];
        commitment.GetHashAndReset(hash);
        return TreeHash.Leaf(hash);
    }
}
