using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Portal.Cms.Security;

namespace Portal.Users.Passwords;

/// <summary>Compares a password with an account's, taking the same time whether or not there is such an account. Never inside the write gate: a check costs a tenth of a second of CPU.</summary>
public sealed class PasswordCheck(IPasswordHasher<User> hasher)
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512.</summary>
    public const int Rounds = 210_000;

    static readonly User Nobody = new();
    static readonly string HashOfNobody = MakeHashOfNobody();

    public PasswordVerificationResult Compare(User? user, string password)
    {
        if (user?.PasswordHash is { } hash) return hasher.VerifyHashedPassword(user, hash, password);
        hasher.VerifyHashedPassword(Nobody, HashOfNobody, password);
        return PasswordVerificationResult.Failed;
    }

    public string Hash(User user, string password) => hasher.HashPassword(user, password);

    /// <summary>A hash in the platform's format (version 3) that no password is known to have.</summary>
    static string MakeHashOfNobody()
    {
        const int Salt = 16, Key = 32, HmacSha512 = 2;
        var hash = new byte[13 + Salt + Key];
        hash[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(1), HmacSha512);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(5), Rounds);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(9), Salt);
        return Convert.ToBase64String(hash);
    }
}
