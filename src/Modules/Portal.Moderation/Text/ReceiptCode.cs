using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Moderation.Text;

/// <summary>The code with which an author, and nobody else, finds a submission again.</summary>
/// <remarks>27 random letters of Crockford's base 32 (135 bits) and one that catches typing errors, in seven groups of four. Stored as a hash only.</remarks>
public static class ReceiptCode
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Letters = 28, Group = 4;

    public static string New()
    {
        Span<char> code = stackalloc char[Letters];
        RandomNumberGenerator.GetItems(Alphabet, code[..^1]);
        code[^1] = Check(code[..^1]);
        return Grouped(code);
    }

    /// <returns>The code with this number of those that belong to another one: the same each time, and told by nobody who does not know that one (HMAC-SHA-256).</returns>
    public static string Of(string code, int number)
    {
        var bytes = HMACSHA256.HashData(Encoding.ASCII.GetBytes(code), Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
        Span<char> letters = stackalloc char[Letters];
        for (var i = 0; i < Letters - 1; i++) letters[i] = Alphabet[bytes[i] & 31];
        letters[^1] = Check(letters[..^1]);
        return Grouped(letters);
    }

    /// <summary>Reads a code as people type it: any case, blanks and hyphens anywhere, O for 0, I and L for 1. Whoever copies it from a page may bring along what stands before it: “Code: …”.</summary>
    /// <returns>The code in its written form; null where it cannot be one.</returns>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 200) return null;
        Span<char> code = stackalloc char[Letters];
        var length = 0;
        foreach (var c in typed[(typed.LastIndexOf(':') + 1)..])
        {
            if (char.IsWhiteSpace(c) || c is '-' or '–' or '‑') continue;
            if (length == Letters) return null;
            var letter = char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var upper => upper };
            if (!Alphabet.Contains(letter, StringComparison.Ordinal)) return null;
            code[length++] = letter;
        }

        return length == Letters && code[^1] == Check(code[..^1]) ? Grouped(code) : null;
    }

    /// <returns>SHA-256 of the code without its hyphens, hexadecimal.</returns>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code.Replace("-", "", StringComparison.Ordinal))));

    /// <summary>Letters are elements of the field with 32 elements, each weighed with another power of its generator: one wrong letter, or any two swapped ones, always show.</summary>
    static char Check(ReadOnlySpan<char> letters)
    {
        var sum = 0;
        foreach (var letter in letters)
        {
            // Times x, modulo x⁵ + x² + 1.
            sum = (sum ^ Alphabet.IndexOf(letter, StringComparison.Ordinal)) << 1;
            if (sum >= 32) sum ^= 0b100101;
        }

        return Alphabet[sum];
    }

    static string Grouped(ReadOnlySpan<char> code)
    {
        var grouped = new StringBuilder(Letters + (Letters / Group) - 1);
        for (var i = 0; i < code.Length; i += Group) grouped.Append(i == 0 ? "" : "-").Append(code.Slice(i, Group));
        return grouped.ToString();
    }
}
