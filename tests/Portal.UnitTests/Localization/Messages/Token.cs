namespace Portal.UnitTests.Localization.Messages;

enum TokenKind { Word, Sign, Comment, Text, Interpolated }

/// <summary>A piece of C#.</summary>
/// <param name="Value">Of a text what it means, without quotes and escapes; of everything else what is written.</param>
/// <param name="Line">1-based.</param>
readonly record struct Token(TokenKind Kind, string Value, int Line)
{
    public bool IsWord(string word) => Kind == TokenKind.Word && Value == word;
    public bool IsSign(string sign) => Kind == TokenKind.Sign && Value == sign;
}

/// <summary>Brackets and what stands between them.</summary>
static class Groups
{
    /// <returns>Index of the bracket that closes the one at an index; the end where it is missing.</returns>
    public static int Close(IReadOnlyList<Token> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Sign) continue;
            if (tokens[i].Value is "(" or "[" or "{") depth++;
            if (tokens[i].Value is ")" or "]" or "}" && --depth == 0) return i;
        }

        return tokens.Count;
    }

    /// <returns>The tokens between brackets, divided at the commas that belong to no inner bracket.</returns>
    public static IReadOnlyList<Token[]> Arguments(IReadOnlyList<Token> tokens, int open) => Divide([.. tokens.Take(Close(tokens, open)).Skip(open + 1)], ",");

    public static IReadOnlyList<Token[]> Divide(Token[] tokens, string sign)
    {
        var parts = new List<Token[]>();
        var start = 0;
        for (var at = Find(tokens, sign); at >= 0; at = Find(tokens, sign, start))
        {
            parts.Add(tokens[start..at]);
            start = at + 1;
        }

        if (start < tokens.Length) parts.Add(tokens[start..]);
        return parts;
    }

    /// <returns>Index of a sign or word outside of brackets; -1 where there is none.</returns>
    public static int Find(Token[] tokens, string value, int from = 0)
    {
        for (var i = from; i < tokens.Length; i++)
        {
            if (tokens[i].Value == value && tokens[i].Kind is TokenKind.Sign or TokenKind.Word) return i;
            if (tokens[i].Kind == TokenKind.Sign && tokens[i].Value is "(" or "[" or "{") i = Close(tokens, i);
        }

        return -1;
    }
}
