using System.Security.Cryptography;

namespace Portal.TransparencyLog.Signing;

/// <summary>A key that signs tree heads: ECDSA on P-256 with SHA-256, signatures in DER.</summary>
public sealed class SigningKey(ECDsa key) : IDisposable
{
    const DSASignatureFormat Format = DSASignatureFormat.Rfc3279DerSequence;

    public static SigningKey New() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    public static SigningKey FromPem(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return new(key);
    }

    /// <summary>SubjectPublicKeyInfo, DER.</summary>
    public byte[] PublicKey => key.ExportSubjectPublicKeyInfo();

    public string Id => IdOf(PublicKey);

    public string PrivatePem => key.ExportPkcs8PrivateKeyPem();

    public byte[] Sign(ReadOnlySpan<byte> data) => key.SignData(data, HashAlgorithmName.SHA256, Format);

    /// <returns>First 16 hexadecimal digits of the key's SHA-256.</returns>
    public static string IdOf(ReadOnlySpan<byte> publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey).AsSpan(0, 8));

    public static string Pem(ReadOnlySpan<byte> publicKey) => PemEncoding.WriteString("PUBLIC KEY", publicKey);

    public static bool Verifies(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, Format);
    }

    public void Dispose() => key.Dispose();
}
