using System.Security.Cryptography;
using System.Text;
using Portal.Cms.Security;

namespace Portal.Moderation;

/// <summary>Tells whether two addresses, or two accounts, are the same one, without keeping them: hashes under a key that is outside the database, different for each thing they are about.</summary>
public sealed class AddressKeys(KeyFile keyFile)
{
    readonly Lazy<byte[]> key = new(() => keyFile.Derive("Portal.Moderation.AddressKeys.v1"));

    /// <param name="about">What the address is used for here: keys about different things cannot be compared.</param>
    public string OfAddress(string about, string address) => Of(about, "address:" + address.Trim().ToUpperInvariant());

    public string OfAccount(string about, string userId) => Of(about, "account:" + userId);

    string Of(string about, string party) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes($"{about}\n{party}"))[..16]);
}
