using System.Globalization;
using System.Text;

namespace Portal.UnitTests.Localization.Messages;

/// <summary>Divides C# into tokens: enough of it to tell texts from comments and to find the bracket that belongs to a bracket.</summary>
sealed class CSharpReader(string source, int start = 0)
{
    static readonly string[] LongSigns = ["=>", "??", "?.", "==", "!=", "&&", "||"];

    readonly List<Token> tokens = [];
    int at = start;
    int line = 1 + source.AsSpan(0, start).Count('\n');
    int counted = start;

    /// <returns>The tokens of a whole file.</returns>
    public static IReadOnlyList<Token> Read(string source)
    {
        var reader = new CSharpReader(source);
        while (reader.at < source.Length) reader.ReadOne();
        return reader.tokens;
    }

    /// <returns>The tokens of an expression inside other text, up to the end of its last bracket.</returns>
    public static IReadOnlyList<Token> ReadExpression(string source, int start)
    {
        var reader = new CSharpReader(source, start);
        do
        {
            while (reader.at < source.Length && !reader.IsBracket('(', '[')) reader.ReadOne();
            reader.ReadGroup();
        }
        while (reader.at < source.Length && source[reader.at] == '[' || reader.IsCall());
        return reader.tokens;
    }

    bool IsBracket(params ReadOnlySpan<char> brackets) => brackets.Contains(source[at]);

    bool IsCall() => source.AsSpan(at).StartsWith(".Plural(", StringComparison.Ordinal);

    /// <summary>Reads an opening bracket and everything up to the one that closes it.</summary>
    void ReadGroup()
    {
        var depth = 0;
        do
        {
            if (at >= source.Length) return;
            var before = tokens.Count;
            ReadOne();
            // A text with holes is several tokens, whose brackets are in balance.
            for (var i = before; i < tokens.Count; i++)
            {
                if (tokens[i].Kind == TokenKind.Sign) depth += tokens[i].Value switch { "(" or "[" or "{" => 1, ")" or "]" or "}" => -1, _ => 0 };
            }
        }
        while (depth > 0);
    }

    void ReadOne()
    {
        var c = source[at];
        if (char.IsWhiteSpace(c)) at++;
        else if (StartsWith("//")) Add(TokenKind.Comment, TakeTo("\n", 0));
        else if (StartsWith("/*")) Add(TokenKind.Comment, TakeTo("*/", 2));
        else if (c == '\'') ReadCharacter();
        else if (TextPrefix() is { } quote) ReadText(quote);
        else if (char.IsLetterOrDigit(c) || c == '_') ReadWord();
        else ReadSign();
    }

    void ReadWord()
    {
        var from = at;
        while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] == '_')) at++;
        Add(TokenKind.Word, source[from..at]);
    }

    void ReadSign()
    {
        var sign = Array.Find(LongSigns, StartsWith) ?? source[at].ToString();
        at += sign.Length;
        Add(TokenKind.Sign, sign);
    }

    /// <summary>A character is never a message; it only must not be taken for the beginning of a text.</summary>
    void ReadCharacter()
    {
        var from = at++;
        while (at < source.Length && source[at] is not ('\'' or '\n')) at += source[at] == '\\' ? 2 : 1;
        at = Math.Min(at + 1, source.Length);
        Add(TokenKind.Word, source[from..at]);
    }

    /// <returns>Index of the quote of a text that begins here, past any $ and @.</returns>
    int? TextPrefix()
    {
        var quote = at;
        while (quote < source.Length && source[quote] is '$' or '@') quote++;
        return quote < source.Length && source[quote] == '"' ? quote : null;
    }

    void ReadText(int quote)
    {
        var hasHoles = source.AsSpan(at, quote - at).Contains('$');
        var isVerbatim = source.AsSpan(at, quote - at).Contains('@');
        var quotes = source.AsSpan(quote).IndexOfAnyExcept('"') is var run and >= 0 ? run : source.Length - quote;
        at = quote;
        if (!isVerbatim && quotes >= 3)
        {
            var fence = new string('"', quotes);
            at += quotes;
            Add(hasHoles ? TokenKind.Interpolated : TokenKind.Text, TakeTo(fence, quotes)[..^quotes]);
            return;
        }

        at++;
        var index = tokens.Count;
        var text = new StringBuilder();
        Add(hasHoles ? TokenKind.Interpolated : TokenKind.Text, "");
        while (at < source.Length && (source[at] != '"' || (isVerbatim && StartsWith("\"\""))))
        {
            if (hasHoles && source[at] == '{' && !StartsWith("{{")) ReadGroup();
            else if (isVerbatim || source[at] != '\\') text.Append(TakePlain(isVerbatim, hasHoles));
            else TakeEscape(text);
        }

        at++;
        tokens[index] = tokens[index] with { Value = text.ToString() };
    }

    char TakePlain(bool isVerbatim, bool hasHoles)
    {
        var c = source[at];
        at += (isVerbatim && c == '"') || (hasHoles && c is '{' or '}') ? 2 : 1;
        return c;
    }

    void TakeEscape(StringBuilder text)
    {
        var escape = source[at + 1];
        at += 2;
        if (escape is 'u' or 'x')
        {
            var digits = source[at..Math.Min(at + 4, source.Length)];
            at += digits.Length;
            text.Append((char)int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            return;
        }

        text.Append(escape switch { 'n' => '\n', 'r' => '\r', 't' => '\t', '0' => '\0', var other => other });
    }

    bool StartsWith(string sign) => source.AsSpan(at).StartsWith(sign, StringComparison.Ordinal);

    string TakeTo(string end, int length)
    {
        var from = at;
        var found = source.IndexOf(end, from, StringComparison.Ordinal);
        at = found < 0 ? source.Length : found + length;
        return source[from..at];
    }

    void Add(TokenKind kind, string value)
    {
        // Where a token ends is close enough to say where it stands.
        var here = Math.Clamp(at - value.Length, counted, source.Length);
        line += source.AsSpan(counted, here - counted).Count('\n');
        counted = here;
        tokens.Add(new(kind, value, line));
    }
}
