using System.Security.Cryptography;
using System.Text;

namespace Portal.Cms.Content;

/// <summary>Divides a text at its blank lines and puts it together again. What stands between the fences of a block of code is one passage.</summary>
public static class Passages
{
    public static IReadOnlyList<string> Split(string text)
    {
        var passages = new List<string>();
        var lines = new List<string>();
        string? fence = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (fence is null && string.IsNullOrWhiteSpace(line))
            {
                Finish();
                continue;
            }

            lines.Add(line);
            if (fence is null) fence = FenceOf(line);
            else if (line.TrimStart().StartsWith(fence, StringComparison.Ordinal)) fence = null;
        }

        Finish();
        return passages;

        void Finish()
        {
            if (lines.Count > 0) passages.Add(string.Join('\n', lines));
            lines.Clear();
        }
    }

    /// <returns>A name for a text that says nothing of it: the first 80 bits of its SHA-256, in hexadecimal.</returns>
    public static string Hash(string passage) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(passage)).AsSpan(0, 10));

    /// <returns>What kind of block a passage begins: passages of one kind belong to each other.</returns>
    public static char KindOf(string passage)
    {
        var text = passage.TrimStart();
        if (text.Length == 0) return 'p';
        return text[0] switch
        {
            '#' or '|' or '>' => text[0],
            '-' or '*' or '+' when text.Length > 1 && text[1] == ' ' => '-',
            '`' or '~' when FenceOf(text) is not null => '`',
            '!' when text.StartsWith("![", StringComparison.Ordinal) => '!',
            '[' when text.StartsWith("[^", StringComparison.Ordinal) => '^',
            var c when char.IsAsciiDigit(c) && text.AsSpan().TrimStart("0123456789").StartsWith(". ", StringComparison.Ordinal) => '1',
            _ => 'p',
        };
    }

    static string? FenceOf(string line)
    {
        var text = line.TrimStart();
        return text.StartsWith("```", StringComparison.Ordinal) ? "```" : text.StartsWith("~~~", StringComparison.Ordinal) ? "~~~" : null;
    }
}
