using System.Text.RegularExpressions;

namespace Portal.UnitTests.Localization.Messages;

/// <summary>
/// What the sources themselves say about messages that reach the localizer in a roundabout way. The comment before a declaration
/// calls them "message id": a parameter's, and whoever passes a text there passes a message; or a member's, and its texts are messages.
/// </summary>
sealed partial class Declarations
{
    readonly HashSet<(string Name, int Index)> parameters = [];
    readonly HashSet<string> types = new(StringComparer.Ordinal);

    public static Declarations In(IEnumerable<IReadOnlyList<Token>> files)
    {
        var found = new Declarations();
        foreach (var tokens in files)
        {
            foreach (var (comment, start) in Comments(tokens)) found.AddParameters(comment, tokens, start);
        }

        return found;
    }

    /// <returns>Which arguments of a call, or of making a type, are messages.</returns>
    public IEnumerable<int> ArgumentsOf(string name) => parameters.Where(p => p.Name == name).Select(p => p.Index);

    /// <returns>The types among the words of a file, for which it may write <c>new(…)</c> alone.</returns>
    public IEnumerable<string> TypesIn(IReadOnlyList<Token> tokens) => types.Where(t => tokens.Any(token => token.IsWord(t)));

    /// <returns>The tokens of every member whose comment calls its texts messages.</returns>
    public static IEnumerable<Token[]> MembersOf(IReadOnlyList<Token> tokens) =>
        from found in Comments(tokens) where SaysMember().IsMatch(Parameter().Replace(found.Comment, "")) select Member(tokens, found.Start);

    /// <summary>A comma between types of a generic one divides no parameters.</summary>
    static List<Token[]> Parameters(IReadOnlyList<Token> tokens, int open)
    {
        var (found, depth) = (new List<Token[]>(), 0);
        foreach (var piece in Groups.Arguments(tokens, open))
        {
            if (depth > 0) found[^1] = [.. found[^1], .. piece];
            else found.Add(piece);
            depth += piece.Count(t => t.IsSign("<")) - piece.Count(t => t.IsSign(">"));
        }

        return found;
    }

    void AddParameters(string comment, IReadOnlyList<Token> tokens, int start)
    {
        foreach (Match match in Parameter().Matches(comment))
        {
            if (!SaysMember().IsMatch(match.Groups["text"].Value)) continue;
            var open = start;
            while (open < tokens.Count && tokens[open].IsSign("[")) open = Groups.Close(tokens, open) + 1;
            while (open < tokens.Count && !tokens[open].IsSign("(")) open++;
            if (open == tokens.Count) continue;

            var name = open - 1;
            if (tokens[name].IsSign(">")) name = Enumerable.Range(start, open - start).Last(i => tokens[i].IsSign("<")) - 1;
            var index = Parameters(tokens, open).FindIndex(a => a.TakeWhile(t => !t.IsSign("=")).Last().IsWord(match.Groups["name"].Value));
            if (index < 0) continue;
            // An attribute is used by its short name.
            var declared = tokens[name].Value;
            parameters.Add((declared.EndsWith("Attribute", StringComparison.Ordinal) ? declared[..^"Attribute".Length] : declared, index));
            if (tokens.Skip(start).Take(name - start).Any(t => t.IsWord("class") || t.IsWord("record") || t.IsWord("struct"))) types.Add(tokens[name].Value);
        }
    }

    /// <summary>Up to the semicolon or the block that ends the declaration.</summary>
    static Token[] Member(IReadOnlyList<Token> tokens, int start)
    {
        for (var i = start; i < tokens.Count; i++)
        {
            if (tokens[i].IsSign(";")) return [.. tokens.Take(i).Skip(start)];
            if (tokens[i].Kind != TokenKind.Sign || tokens[i].Value is not ("(" or "[" or "{")) continue;
            var isBlock = tokens[i].IsSign("{");
            i = Groups.Close(tokens, i);
            var goesOn = i + 1 < tokens.Count && (tokens[i + 1].IsSign("=") || tokens[i + 1].IsSign(";"));
            if (isBlock && !goesOn) return [.. tokens.Take(i + 1).Skip(start)];
        }

        return [.. tokens.Skip(start)];
    }

    /// <returns>Comments that speak of message ids, lines in a row as one, with the index of the token after them.</returns>
    static IEnumerable<(string Comment, int Start)> Comments(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Comment) continue;
            var start = i;
            while (i < tokens.Count && tokens[i].Kind == TokenKind.Comment) i++;
            var comment = string.Join('\n', tokens.Take(i).Skip(start).Select(t => t.Value));
            if (SaysMember().IsMatch(comment)) yield return (comment, i);
        }
    }

    [GeneratedRegex("""<param name="(?<name>\w+)">(?<text>.*?)</param>""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("English message id", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaysMember();
}
