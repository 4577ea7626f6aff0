using System.Globalization;
using System.Text;

namespace Portal.Mail.Delivery;

/// <summary>A mail as it leaves: with its sender, its footer and its own Message-ID.</summary>
/// <param name="Id">The same at every attempt.</param>
/// <param name="FromName">Name of the site.</param>
/// <param name="Text">Plain text; lines end in LF.</param>
/// <param name="Language">Of the text, as in <c>Content-Language</c>.</param>
public sealed record PreparedMail(string Id, string FromAddress, string FromName, string To, string Subject, string Text, string Language, DateTimeOffset Date)
{
    /// <summary>Bytes beyond which a line of text must not go as it is (RFC 5322: 998).</summary>
    const int LongestLine = 900;

    /// <summary>Address that stops mails like this one with one POST (RFC 8058); null where there is nothing to stop.</summary>
    public string? StopAddress { get; init; }

    /// <summary>Id of what it is about; see <see cref="Models.MailMessage.About"/>.</summary>
    public string? About { get; init; }

    public string MessageId => $"<{Id}@{FromAddress[(FromAddress.LastIndexOf('@') + 1)..]}>";

    /// <summary>The mail as RFC 5322 bytes: UTF-8 as it is, or base64 where a line is too long.</summary>
    public byte[] ToBytes()
    {
        var lines = Text.Split('\n');
        var isPlain = lines.All(line => Encoding.UTF8.GetByteCount(line) <= LongestLine);
        var body = string.Join("\r\n", lines);
        var name = Header.Encode(FromName);
        // A name in plain letters may hold characters that mean something in an address list.
        if (name.Length > 0 && !name.StartsWith("=?", StringComparison.Ordinal)) name = $"\"{name.Replace("\\", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)}\"";

        string[] headers =
        [
            $"From: {name} <{FromAddress}>",
            $"To: <{To}>",
            $"Subject: {Header.Encode(Subject)}",
            $"Date: {Date.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)}",
            $"Message-ID: {MessageId}",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            $"Content-Transfer-Encoding: {(isPlain ? "8bit" : "base64")}",
            $"Content-Language: {Language}",
            "Auto-Submitted: auto-generated",
            .. StopAddress is null ? Array.Empty<string>() : [$"List-Unsubscribe: <{StopAddress}>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"],
        ];
        var text = isPlain ? body : Convert.ToBase64String(Encoding.UTF8.GetBytes(body), Base64FormattingOptions.InsertLineBreaks);
        return Encoding.UTF8.GetBytes(string.Join("\r\n", headers) + "\r\n\r\n" + text + "\r\n");
    }
}
