using System.Security.Cryptography;
using System.Text;
using Portal.Cms.Content;

namespace Portal.Review.Models;

/// <summary>Fingerprints of texts: SHA-256, hexadecimal. Two texts with the same one read the same.</summary>
public static class TextPrint
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Of all that would be published: the version's own text and the draft of what its languages share.</summary>
    public static string Of(ContentItemVersion version, ContentSet? set) => Of($"{version.Json}\n{set?.DraftJson}");
}
