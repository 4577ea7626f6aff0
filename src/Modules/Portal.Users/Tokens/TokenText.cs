using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Users.Tokens;

/// <summary>How an API token looks: <c>portal_</c> and 256 random bits in base64url. The prefix lets secret scanners find a leaked one.</summary>
public static class TokenText
{
    public const string Prefix = "portal_";
    const int RandomBytes = 32;
    static readonly int Length = Prefix.Length + Base64Url.GetEncodedLength(RandomBytes);

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static bool IsWellFormed(string token) =>
        token.Length == Length && token.StartsWith(Prefix, StringComparison.Ordinal) && Base64Url.IsValid(token.AsSpan(Prefix.Length));

    /// <returns>What is stored of a token. A plain hash suffices: nobody guesses 256 random bits.</returns>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
