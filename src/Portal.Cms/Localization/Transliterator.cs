using System.Buffers;
using System.Globalization;

namespace Portal.Cms.Localization;

/// <summary>Serbian Cyrillic to Serbian Latin, letter by letter. Whatever is not a Serbian Cyrillic letter stays.</summary>
public static class Transliterator
{
    const string Cyrillic = "АБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШабвгдђежзијклмнопрстћуфхцчш";
    const string Latin = "ABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠabvgdđežzijklmnoprstćufhcčš";
    const string Digraphs = "ЉЊЏљњџ";

    static readonly SearchValues<char> Letters = SearchValues.Create(Cyrillic + Digraphs);

    // From Ђ (U+0402), the first letter of the block that Serbian uses, to џ, the last. \0 marks a digraph; foreign letters are themselves.
    const char First = 'Ђ';
    static readonly char[] Table = CreateTable();

    /// <summary>Returns the same instance when there is nothing to transliterate.</summary>
    public static string ToLatin(string text)
    {
        var start = text.AsSpan().IndexOfAny(Letters);
        if (start < 0)
            return text;

        var digraphs = 0;
        foreach (var digraph in Digraphs)
            digraphs += text.AsSpan(start).Count(digraph); // Six vectorised passes cost less than one that branches.

        return string.Create(text.Length + digraphs, (text, start), static (target, state) => Write(state.text, state.start, target));
    }

    /// <summary>As <see cref="ToLatin"/>, but web and e-mail addresses keep their letters: in Latin they would lead elsewhere.</summary>
    public static string ToLatinExceptAddresses(string text)
    {
        if (text.AsSpan().IndexOfAny(Letters) < 0)
            return text;

        var addresses = Addresses.In(text);
        if (addresses.Count == 0)
            return ToLatin(text);

        var parts = new List<string>(addresses.Count * 2 + 1);
        var position = 0;
        foreach (var (from, to) in addresses)
        {
            parts.Add(ToLatin(text[position..from]));
            parts.Add(text[from..to]);
            position = to;
        }

        parts.Add(ToLatin(text[position..]));
        return string.Concat(parts);
    }

    static void Write(string text, int start, Span<char> target)
    {
        text.AsSpan(0, start).CopyTo(target);
        ReadOnlySpan<char> table = Table;
        var to = start;
        for (var i = start; i < text.Length; i++)
        {
            var letter = text[i];
            var index = letter - First;
            var latin = (uint)index < (uint)table.Length ? table[index] : letter;
            if (latin != '\0')
            {
                target[to++] = latin;
                continue;
            }

            (target[to], target[to + 1]) = letter switch
            {
                'љ' => ('l', 'j'),
                'њ' => ('n', 'j'),
                'џ' => ('d', 'ž'),
                'Љ' => ('L', IsInCapitals(text, i) ? 'J' : 'j'),
                'Њ' => ('N', IsInCapitals(text, i) ? 'J' : 'j'),
                _ => ('D', IsInCapitals(text, i) ? 'Ž' : 'ž'),
            };
            to += 2;
        }
    }

    /// <summary>A capital digraph takes the case of the letter that follows; at the end of a word, of the letter before.</summary>
    static bool IsInCapitals(string text, int at)
    {
        var next = Neighbour(text, at, +1);
        return next != '\0' ? char.IsUpper(next) : char.IsUpper(Neighbour(text, at, -1));
    }

    /// <summary>The letter beside a position in the same word, past combining accents; \0 at the word's edge.</summary>
    static char Neighbour(string text, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < text.Length; i += step)
        {
            if (char.IsLetter(text[i]))
                return text[i];
            if (char.GetUnicodeCategory(text[i]) != UnicodeCategory.NonSpacingMark)
                break;
        }

        return '\0';
    }

    static char[] CreateTable()
    {
        var table = new char['џ' - First + 1];
        for (var i = 0; i < table.Length; i++)
            table[i] = (char)(First + i);
        for (var i = 0; i < Cyrillic.Length; i++)
            table[Cyrillic[i] - First] = Latin[i];
        foreach (var digraph in Digraphs)
            table[digraph - First] = '\0';
        return table;
    }
}
