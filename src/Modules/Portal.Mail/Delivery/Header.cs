using System.Net.Mail;
using System.Text;

namespace Portal.Mail.Delivery;

/// <summary>Writes what stands in a mail's headers, so that no text can begin a header of its own.</summary>
public static class Header
{
    /// <summary>Bytes of text in one encoded word; with its frame it stays below the 75 characters of RFC 2047.</summary>
    const int EncodedWord = 42;

    /// <returns>Whether the text is one bare address.</returns>
    public static bool IsAddress(string text) =>
        text.Length <= 254 && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) && MailAddress.TryCreate(text, out var address) && address.Address == text;

    /// <returns>The text on one line: control characters and line separators become spaces.</returns>
    public static string OneLine(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <returns>The text as RFC 2047 wants it: as it is while ASCII, else as encoded words, folded.</returns>
    public static string Encode(string text)
    {
        var line = OneLine(text);
        if (Ascii.IsValid(line) && line.Length <= 70 && !line.Contains("=?", StringComparison.Ordinal)) return line;

        var words = new List<string>();
        var bytes = new List<byte>();
        foreach (var rune in line.EnumerateRunes())
        {
            var encoded = new byte[rune.Utf8SequenceLength];
            rune.EncodeToUtf8(encoded);
            if (bytes.Count + encoded.Length > EncodedWord) Close();
            bytes.AddRange(encoded);
        }

        Close();
        return string.Join("\r\n ", words);

        void Close()
        {
            if (bytes.Count > 0) words.Add($"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=");
            bytes.Clear();
        }
    }
}
