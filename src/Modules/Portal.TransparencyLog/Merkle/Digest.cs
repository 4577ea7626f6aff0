using System.Runtime.InteropServices;

namespace Portal.TransparencyLog.Merkle;

/// <summary>A SHA-256 hash: 32 bytes that compare by value and need no memory of their own.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Digest
{
    /// <summary>In bytes.</summary>
    public const int Length = 32;

    readonly ulong first, second, third, fourth;

    Digest(ulong first, ulong second, ulong third, ulong fourth) => (this.first, this.second, this.third, this.fourth) = (first, second, third, fourth);

    /// <exception cref="ArgumentException">Not exactly 32 bytes.</exception>
    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length) throw new ArgumentException($"A hash has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        return new(words[0], words[1], words[2], words[3]);
    }

    /// <returns>False where the text is not base64 of 32 bytes.</returns>
    public static bool TryParse(string? base64, out Digest digest)
    {
        Span<byte> bytes = stackalloc byte[Length];
        var isHash = base64 is not null && Convert.TryFromBase64String(base64, bytes, out var written) && written == Length;
        digest = isHash ? Of(bytes) : default;
        return isHash;
    }

    public void CopyTo(Span<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        (words[0], words[1], words[2], words[3]) = (first, second, third, fourth);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <returns>Base64, as the API writes hashes.</returns>
    public override string ToString() => Convert.ToBase64String(ToArray());
}
