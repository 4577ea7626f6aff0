using System.Globalization;
using System.Text;

namespace Portal.Recipes.Expressions;

public enum TokenKind { Name, Text, Number, Sign, End }

/// <summary>A word of an expression.</summary>
/// <param name="Value">A name, the text of a literal, the digits of a number, or one sign.</param>
public readonly record struct Token(TokenKind Kind, string Value)
{
    const string Signs = "()+-*.,;";

    /// <exception cref="ExpressionException">A character that the language does not have, or a text without an end.</exception>
    public static List<Token> Split(string source)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < source.Length;)
        {
            var c = source[at];
            if (char.IsWhiteSpace(c)) at++;
            else if (char.IsAsciiLetter(c) || c == '_') tokens.Add(new(TokenKind.Name, TakeWhile(source, ref at, n => char.IsAsciiLetterOrDigit(n) || n == '_')));
            else if (char.IsAsciiDigit(c)) tokens.Add(new(TokenKind.Number, TakeWhile(source, ref at, char.IsAsciiDigit)));
            else if (c is '\'' or '"') tokens.Add(new(TokenKind.Text, TakeText(source, ref at)));
            else if (Signs.Contains(c, StringComparison.Ordinal)) tokens.Add(new(TokenKind.Sign, source[at++].ToString()));
            else throw new ExpressionException("This expression is not one that recipes may contain here; its text was kept.");
        }

        tokens.Add(new(TokenKind.End, ""));
        return tokens;
    }

    static string TakeWhile(string source, ref int at, Func<char, bool> belongs)
    {
        var start = at;
        while (at < source.Length && belongs(source[at])) at++;
        return source[start..at];
    }

    static string TakeText(string source, ref int at)
    {
        var quote = source[at++];
        var text = new StringBuilder();
        for (; at < source.Length; at++)
        {
            var c = source[at];
            if (c == quote)
            {
                at++;
                return text.ToString();
            }

            text.Append(c == '\\' && ++at < source.Length ? Unescape(source, ref at) : c);
        }

        throw new ExpressionException("A text in this expression has no end; it was kept.");
    }

    static char Unescape(string source, ref int at)
    {
        switch (source[at])
        {
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when at + 4 < source.Length && ushort.TryParse(source.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            case var other when char.IsAsciiLetterOrDigit(other): throw new ExpressionException("This expression is not one that recipes may contain here; its text was kept.");
            case var other: return other;
        }
    }
}
