using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Users.Passwords;

/// <summary>Passwords that many people use, or that are made of one in a way that guessing programs know.</summary>
/// <remarks>A Bloom filter that <c>tools/common-passwords.sh</c> makes of 140,000 passwords, in lower case: bit <c>(a + i·b) mod bits</c> for i = 0 … 13, where a and b are the first two little-endian 32-bit numbers of the SHA-256
/// (B. H. Bloom, 1970; A. Kirsch and M. Mitzenmacher, 2006). About one other password in 15,000 is taken for a common one; no common one is missed. Nothing is asked of the network.</remarks>
public static class CommonPasswords
{
    const int Hashes = 14, ShortestStem = 8;

    static readonly Lazy<byte[]> Filter = new(Read);

    /// <summary>Whether the password is common, whatever the case of its letters: as it stands, without the figures and signs at its ends, or as one written several times.</summary>
    public static bool Contains(string password)
    {
        var lower = password.ToLowerInvariant();
        var stem = lower.Trim([.. lower.Where(c => !char.IsLetter(c)).Distinct()]);
        return IsListed(lower) || (stem.Length >= ShortestStem && IsListed(stem)) || IsRepetition(lower);
    }

    /// <summary>"passwordpassword" is no better than "password", nor "abcabcabcabc" than "abc".</summary>
    static bool IsRepetition(string password)
    {
        for (var unit = 1; unit <= password.Length / 2; unit++)
        {
            if (password.Length % unit != 0 || !password.AsSpan(unit).SequenceEqual(password.AsSpan(0, password.Length - unit))) continue;
            return unit < ShortestStem || IsListed(password[..unit]);
        }

        return false;
    }

    static bool IsListed(string password)
    {
        var bytes = Filter.Value;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(password));
        ulong first = BinaryPrimitives.ReadUInt32LittleEndian(hash), step = BinaryPrimitives.ReadUInt32LittleEndian(hash.AsSpan(4)), bits = (ulong)bytes.Length * 8;
        for (ulong i = 0; i < Hashes; i++)
        {
            var bit = (first + (i * step)) % bits;
            if ((bytes[bit >> 3] & (1 << (int)(bit & 7))) == 0) return false;
        }

        return true;
    }

    static byte[] Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.filter")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
