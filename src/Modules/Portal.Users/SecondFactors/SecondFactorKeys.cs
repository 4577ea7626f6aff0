using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Users.SecondFactors;

/// <summary>Protects the secrets of authenticator apps: in the database, and on the page where one is added.</summary>
public sealed class SecondFactorKeys(IDataProtectionProvider protection)
{
    readonly IDataProtector stored = protection.CreateProtector("Portal.Users.SecondFactor.v1");

    public string Protect(byte[] key) => stored.Protect(Convert.ToBase64String(key));

    public byte[] Unprotect(string stored) => Convert.FromBase64String(this.stored.Unprotect(stored));

    /// <returns>A new key in the form that the page carries until the person has proved to have it: good for this account and half an hour.</returns>
    public string Offer(string userId, byte[] key) => Offers(userId).Protect(Convert.ToBase64String(key), TimeSpan.FromMinutes(30));

    /// <returns>The key that was offered, or null where the offer is too old, changed or somebody else's.</returns>
    public byte[]? Accept(string userId, string offer)
    {
        try { return Convert.FromBase64String(Offers(userId).Unprotect(offer)); }
        catch (CryptographicException) { return null; }
    }

    ITimeLimitedDataProtector Offers(string userId) => protection.CreateProtector("Portal.Users.SecondFactorOffer.v1", userId).ToTimeLimitedDataProtector();
}
