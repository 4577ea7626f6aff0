namespace Portal.UnitTests.Localization.Messages;

/// <summary>The texts that an expression can be.</summary>
static class Phrases
{
    /// <returns>The text itself, joined parts as one, or each outcome of a choice. Nothing where only running the program tells.</returns>
    public static IReadOnlyList<Token> In(Token[] expression)
    {
        var tokens = Bare(expression);
        if (tokens.Length == 0) return [];
        if (tokens.All(t => t.Kind == TokenKind.Text || t.IsSign("+"))) return [Joined(tokens)];
        if (Groups.Find(tokens, "?") is >= 0 and var question && Otherwise(tokens, question) is { } colon) return [.. In(tokens[(question + 1)..colon]), .. In(tokens[(colon + 1)..])];
        if (Groups.Find(tokens, "??") is >= 0 and var or) return [.. In(tokens[..or]), .. In(tokens[(or + 1)..])];
        if (Groups.Find(tokens, "switch") is >= 0 and var choice && choice + 1 < tokens.Length && tokens[choice + 1].IsSign("{"))
            return [.. from arm in Groups.Arguments(tokens, choice + 1) let arrow = Groups.Find(arm, "=>") where arrow >= 0 from text in In(arm[(arrow + 1)..]) select text];
        return [];
    }

    /// <returns>The texts that a member holds or returns, but not those that it compares with or uses as keys.</returns>
    public static IEnumerable<Token> ValuesIn(Token[] member)
    {
        for (var i = 1; i < member.Length; i++)
        {
            if (member[i].Kind != TokenKind.Text) continue;
            var start = i;
            while (i + 2 < member.Length && member[i + 1].IsSign("+") && member[i + 2].Kind == TokenKind.Text) i += 2;
            var next = member.ElementAtOrDefault(i + 1);
            var isKey = next.IsSign("=>") || next.IsWord("or") || next.IsWord("and") || next.IsWord("when") || (next.IsSign("]") && member.ElementAtOrDefault(i + 2).IsSign("="));
            if (!isKey && member[start - 1].Value is "=" or "=>" or "return" or "?" or ":" or "??" or "[" or "," or "{") yield return Joined(member[start..(i + 1)]);
        }
    }

    /// <summary>Whether a text is made for people: it begins like a sentence, or with what it speaks of.</summary>
    public static bool IsPhrase(string text) => text.Length > 0 && (char.IsUpper(text[0]) || text[0] == '{');

    static Token Joined(Token[] parts) => parts[0] with { Value = string.Concat(parts.Where(t => t.Kind == TokenKind.Text).Select(t => t.Value)) };

    /// <summary>Without the name of the argument, and without brackets around the whole.</summary>
    static Token[] Bare(Token[] tokens)
    {
        if (tokens is [{ Kind: TokenKind.Word }, { Kind: TokenKind.Sign, Value: ":" }, ..]) return Bare(tokens[2..]);
        return tokens.Length > 1 && tokens[0].IsSign("(") && Groups.Close(tokens, 0) == tokens.Length - 1 ? Bare(tokens[1..^1]) : tokens;
    }

    /// <returns>The colon that belongs to a question mark.</returns>
    static int? Otherwise(Token[] tokens, int question)
    {
        var open = 0;
        for (var i = question; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != TokenKind.Sign) continue;
            if (tokens[i].Value == "?") open++;
            else if (tokens[i].Value == ":" && --open == 0) return i;
            else if (tokens[i].Value is "(" or "[" or "{") i = Groups.Close(tokens, i);
        }

        return null;
    }
}
