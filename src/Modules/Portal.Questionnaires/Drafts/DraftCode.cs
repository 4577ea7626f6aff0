using System.Security.Cryptography;
using System.Text;
using Portal.Moderation.Text;

namespace Portal.Questionnaires.Drafts;

/// <summary>The code with which somebody goes on with answers that they have not sent. It looks like a receipt and is none: it begins with D, and nothing is counted under it.</summary>
/// <remarks>Letters and check as a receipt's (135 random bits). The database knows a hash of it only; the answers are encrypted with a key that is made from the code, so that without the person who holds it nobody can read them.</remarks>
public static class DraftCode
{
    const string Prefix = "D-";
    const int NonceLength = 12, TagLength = 16;

    public static string New() => Prefix + ReceiptCode.New();

    /// <summary>Reads a code as people type it.</summary>
    /// <returns>The code in its written form; null where it cannot be one.</returns>
    public static string? Read(string? typed)
    {
        var text = typed is null ? "" : typed[(typed.LastIndexOf(':') + 1)..].Trim();
        if (text.Length > 0 && text[0] is 'D' or 'd' && ReceiptCode.Read(text[1..]) is { } marked) return Prefix + marked;
        return null;
    }

    /// <returns>SHA-256 of the code, hexadecimal: the name of its draft.</returns>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)));

    /// <returns>Nonce, tag and AES-256-GCM ciphertext.</returns>
    public static byte[] Seal(string code, ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[NonceLength + TagLength + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(KeyOf(code), TagLength);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength));
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">Another code, or changed bytes.</exception>
    public static byte[] Open(string code, ReadOnlySpan<byte> sealedBytes)
    {
        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(KeyOf(code), TagLength);
        aes.Decrypt(sealedBytes[..NonceLength], sealedBytes[(NonceLength + TagLength)..], sealedBytes.Slice(NonceLength, TagLength), plain);
        return plain;
    }

    /// <summary>HKDF (RFC 5869): another value than the hash that the database knows, from the same secret.</summary>
    static byte[] KeyOf(string code) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(code), 32, info: "Portal.Questionnaires.Draft.v1"u8.ToArray());
}
