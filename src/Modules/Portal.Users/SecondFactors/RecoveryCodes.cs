using System.Security.Cryptography;
using System.Text;

namespace Portal.Users.SecondFactors;

/// <summary>Ten codes of eighty random bits, each good for one sign-in. Kept as PBKDF2 hashes with the account as salt, so that one derivation compares with all ten.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;
    const int Characters = 16, Rounds = 210_000, HashLength = 32;

    // No letters or digits that look alike: people copy them by hand.
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <returns>Codes as people keep them: four groups of four.</returns>
    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Count).Select(_ => string.Join('-', RandomNumberGenerator.GetString(Alphabet, Characters).Chunk(4).Select(four => new string(four))))];

    public static bool LooksLikeOne(string typed) => Plain(typed).Length == Characters;

    /// <returns>What is stored of a code. Takes a tenth of a second.</returns>
    public static string HashOf(string userId, string code) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Plain(code), Encoding.UTF8.GetBytes("recovery:" + userId), Rounds, HashAlgorithmName.SHA512, HashLength));

    static string Plain(string typed) => string.Concat(typed.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)).Replace('o', '0').Replace('i', '1').Replace('l', '1');
}
