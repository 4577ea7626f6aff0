using System.Text.RegularExpressions;

namespace Portal.UnitTests.Localization.Messages;

/// <summary>Finds the messages in C# and in Razor views.</summary>
sealed partial class MessageScanner(Declarations declarations)
{
    public IReadOnlyList<Message> InCode(IReadOnlyList<Token> tokens)
    {
        var code = tokens.Where(t => t.Kind != TokenKind.Comment).ToList();
        var found = new List<Message>();
        var localizers = LocalizersIn(code);
        var shortTypes = declarations.TypesIn(code).ToList();
        for (var i = 0; i + 1 < code.Count; i++)
        {
            if (code[i].Kind != TokenKind.Word) continue;
            if (localizers.Contains(code[i].Value) && !IsMemberOfAnother(code, i)) AddLookup(found, code, i);
            if (code[i].IsWord("Problem") && code[i + 1].IsSign(".") && i + 3 < code.Count && code[i + 3].IsSign("(")) AddArgument(found, code, i + 3, code[i + 2].IsWord("Invalid") ? 1 : 0);
            if (!code[i + 1].IsSign("(")) continue;
            // What a module says of itself is read on the page of features.
            if (i > 1 && code[i].IsWord("Module") && code[i - 2].IsWord("assembly")) found.AddRange(Groups.Arguments(code, i + 1).Where(a => a[0].Value is "Name" or "Description" or "Category").SelectMany(a => Phrases.In(a[2..])).Select(t => new Message(t.Value, null, null, t.Line)));
            foreach (var index in declarations.ArgumentsOf(code[i].Value)) AddArgument(found, code, i + 1, index);
            // Of a bare new(…) only the file says which type it makes, so what is no phrase is not taken.
            if (code[i].IsWord("new")) foreach (var index in shortTypes.SelectMany(declarations.ArgumentsOf).Distinct()) AddArgument(found, code, i + 1, index, onlyPhrases: true);
        }

        found.AddRange(Declarations.MembersOf(tokens).SelectMany(member => Phrases.ValuesIn([.. member.Where(t => t.Kind != TokenKind.Comment)])).Select(t => new Message(t.Value, null, null, t.Line)));
        return Speaking(found);
    }

    public static IReadOnlyList<Message> InView(string razor)
    {
        // Blanks, so that lines keep their numbers.
        var view = RazorComment().Replace(razor, m => BlankExceptLineEnd().Replace(m.Value, " "));
        var names = Injected().Matches(view).Select(m => m.Groups["name"].Value).Append("T").Distinct(StringComparer.Ordinal);
        var found = new List<Message>();
        foreach (Match match in Regex.Matches(view, $@"(?<![\w.])({string.Join('|', names)})(?=\[|\.Plural\(|\.InContext\()", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            AddLookup(found, [.. CSharpReader.ReadExpression(view, match.Index)], 0);
        return Speaking(found);
    }

    /// <summary>A message without letters, such as <c>{0}</c>, is the same in any language.</summary>
    static List<Message> Speaking(List<Message> found) => [.. found.Where(m => m.Id.Any(char.IsLetter)).Distinct()];

    static HashSet<string> LocalizersIn(List<Token> code)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < code.Count; i++)
        {
            if (!code[i].IsWord("IStringLocalizer")) continue;
            var next = i + 1;
            if (code[next].IsSign("<")) while (next < code.Count && !code[next].IsSign(">")) next++;
            while (next < code.Count && code[next].Kind == TokenKind.Sign && code[next].Value is ">" or "?") next++;
            if (next < code.Count && code[next].Kind == TokenKind.Word) names.Add(code[next].Value);
        }

        return names;
    }

    /// <summary><c>T["…"]</c>, <c>T.Plural(n, "…", "…")</c>, and both after <c>T.InContext("…")</c>.</summary>
    static void AddLookup(List<Message> found, List<Token> code, int name)
    {
        string? context = null;
        var next = name + 1;
        if (Calls(code, next, "InContext"))
        {
            context = Groups.Arguments(code, next + 2) is [[{ Kind: TokenKind.Text } text]] ? text.Value : null;
            next = Groups.Close(code, next + 2) + 1;
        }

        if (next >= code.Count) return;
        if (code[next].IsSign("[") && Groups.Arguments(code, next) is [var id, ..])
            found.AddRange(Phrases.In(id).Select(t => new Message(t.Value, null, context, t.Line)));
        else if (Calls(code, next, "Plural") && Groups.Arguments(code, next + 2) is [_, var singular, var plural, ..])
            found.AddRange(Phrases.In(singular).Zip(Phrases.In(plural), (one, many) => new Message(one.Value, many.Value, context, one.Line)));
    }

    static bool IsMemberOfAnother(List<Token> code, int name) => name > 1 && code[name - 1].IsSign(".") && !code[name - 2].IsWord("this");

    static bool Calls(List<Token> code, int at, string method) =>
        at + 2 < code.Count && code[at].IsSign(".") && code[at + 1].IsWord(method) && code[at + 2].IsSign("(");

    static void AddArgument(List<Message> found, List<Token> code, int open, int index, bool onlyPhrases = false)
    {
        if (Groups.Arguments(code, open).ElementAtOrDefault(index) is not { } argument) return;
        found.AddRange(Phrases.In(argument).Where(t => !onlyPhrases || Phrases.IsPhrase(t.Value)).Select(t => new Message(t.Value, null, null, t.Line)));
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"[^\n]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlankExceptLineEnd();

    [GeneratedRegex(@"@inject\s+IStringLocalizer(<[^>]*>)?\s+(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Injected();
}
