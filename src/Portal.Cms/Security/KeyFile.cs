using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;

namespace Portal.Cms.Security;

/// <summary>The key that protects all other keys: 256 random bits in a file outside the database, readable by its owner only. Who has the database without it can decrypt nothing.</summary>
public sealed class KeyFile(DataFolder folder)
{
    /// <summary>Name of the file in the data folder. Part of every backup, kept apart from the database's.</summary>
    public const string Name = "portal.key";

    const int NonceLength = 12, TagLength = 16;

    readonly Lazy<byte[]> key = new(() => ReadOrCreate(Path.Combine(folder.Root, Name)));

    public bool Exists => File.Exists(Path.Combine(folder.Root, Name));

    /// <returns>Nonce, tag and AES-256-GCM ciphertext.</returns>
    public byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[NonceLength + TagLength + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Value, TagLength);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength));
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">The bytes were made with another key, or changed.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> sealedBytes)
    {
        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key.Value, TagLength);
        aes.Decrypt(sealedBytes[..NonceLength], sealedBytes[(NonceLength + TagLength)..], sealedBytes.Slice(NonceLength, TagLength), plain);
        return plain;
    }

    /// <summary>A key of its own for one purpose, the same each time: for hashes that nobody can make who has the database alone.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Value, outputLength: 32, info: Encoding.UTF8.GetBytes(purpose));

    static byte[] ReadOrCreate(string file)
    {
        if (File.Exists(file)) return Convert.FromBase64String(File.ReadAllText(file));

        var made = RandomNumberGenerator.GetBytes(32);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var stream = new FileStream(file, options);
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(made)));
            return made;
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process made it at the same moment.
            return Convert.FromBase64String(File.ReadAllText(file));
        }
    }
}

/// <summary>Encrypts data-protection keys with the key file before they go into the database.</summary>
public sealed class KeyFileEncryptor(KeyFile keyFile) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var bytes = keyFile.Encrypt(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new(new XElement("sealed", Convert.ToBase64String(bytes)), typeof(KeyFileDecryptor));
    }
}

/// <summary>The other way. The platform makes it by its type's name, with the service provider as its one argument.</summary>
public sealed class KeyFileDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(services.GetRequiredService<KeyFile>().Decrypt(Convert.FromBase64String(encryptedElement.Value))));
}
