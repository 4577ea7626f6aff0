using System.Buffers;

namespace Portal.Cms.Localization;

/// <summary>
/// Finds web and e-mail addresses in running text, Cyrillic ones too. One pass over each word:
/// a pattern with backtracking would let a long comment without spaces cost seconds.
/// </summary>
static class Addresses
{
    static readonly SearchValues<string> Signs = SearchValues.Create(["@", "://", "www.", ".срб"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The addresses as [from, to) in order, not overlapping.</summary>
    public static List<(int From, int To)> In(string text)
    {
        var found = new List<(int, int)>();
        if (text.AsSpan().IndexOfAny(Signs) < 0)
            return found;

        for (var position = 0; position < text.Length;)
        {
            if (IsBoundary(text[position]))
            {
                position++;
                continue;
            }

            var end = position;
            while (end < text.Length && !IsBoundary(text[end]))
                end++;
            if (StartOf(text.AsSpan(position, end - position)) is >= 0 and var start)
                found.Add((position + start, end));
            position = end;
        }

        return found;
    }

    /// <summary>Where in a word an address begins; -1 when there is none.</summary>
    static int StartOf(ReadOnlySpan<char> word)
    {
        var scheme = word.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0)
            return BackWhile(word, scheme, char.IsAsciiLetterOrDigit);

        var www = word.IndexOf("www.", StringComparison.OrdinalIgnoreCase);
        if (www >= 0 && (www == 0 || !char.IsLetterOrDigit(word[www - 1])))
            return www;

        var at = word.IndexOf('@');
        if (at > 0 && at < word.Length - 1 && char.IsLetterOrDigit(word[at + 1]))
            return BackWhile(word, at, IsMailboxCharacter) is var from && from < at ? from : -1;

        // Serbia's own top-level domain is the one that is written without http:// in Cyrillic text.
        var domain = word.IndexOf(".срб", StringComparison.OrdinalIgnoreCase);
        if (domain > 0 && (domain + 4 == word.Length || !char.IsLetter(word[domain + 4])))
            return BackWhile(word, domain, IsMailboxCharacter) is var first && first < domain ? first : -1;

        return -1;
    }

    static int BackWhile(ReadOnlySpan<char> word, int position, Func<char, bool> belongs)
    {
        while (position > 0 && belongs(word[position - 1]))
            position--;
        return position;
    }

    static bool IsMailboxCharacter(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%';

    /// <summary>What no address contains, so that punctuation around one does not hide the words beside it.</summary>
    static bool IsBoundary(char c) => char.IsWhiteSpace(c) || c is '<' or '>' or '"' or '(' or ')' or '[' or ']' or ',' or ';' or '„' or '“' or '”' or '«' or '»';
}
