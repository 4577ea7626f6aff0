using System.Security.Cryptography;

namespace Portal.Cms.Data;

/// <summary>Makes ids. Imported ones are opaque strings of any shape; ours are 26 characters of Crockford base 32, lower case (128 random bits), as Orchard Core's.</summary>
public static class Ids
{
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string New()
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        return string.Create(26, System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(random), static (chars, bits) =>
        {
            for (var i = chars.Length - 1; i >= 0; i--)
            {
                chars[i] = Alphabet[(int)(bits & 31)];
                bits >>= 5;
            }
        });
    }
}
