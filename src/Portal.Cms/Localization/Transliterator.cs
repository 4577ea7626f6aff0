using System.Buffers;
using System.Globalization;

namespace Portal.Cms.Localization;

/// <summary>Serbian Cyrillic to Serbian Latin, letter by letter. Whatever is not a Serbian Cyrillic letter stays.</summary>
public static class Transliterator
{
    const string Cyrillic = "АБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШабвгдђежзијклмнопрстћуфхцчш";
    const string Latin = "ABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠabvgdđežzijklmnoprstćufhcčš";
    const string CyrillicForTwo = "ЉЊЏљњџ";

    static readonly SearchValues<char> Letters = SearchValues.Create(Cyrillic + CyrillicForTwo);
    static readonly SearchValues<char> Digraphs = SearchValues.Create(CyrillicForTwo);

    // Indexed by the distance from Ђ (U+0402), the first letter of the block that Serbian uses; \0 where there is no Serbian letter.
    const char First = 'Ђ';
    static readonly char[] Table = CreateTable();

    /// <summary>Returns the same instance when there is nothing to transliterate.</summary>
    public static string ToLatin(string text)
    {
        var start = text.AsSpan().IndexOfAny(Letters);
        if (start < 0)
            return text;

        var digraphs = 0;
        for (var rest = text.AsSpan(start); rest.IndexOfAny(Digraphs) is >= 0 and var at; rest = rest[(at + 1)..])
            digraphs++;

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
        var to = start;
        for (var i = start; i < text.Length; i++)
        {
            var letter = text[i];
            switch (letter)
            {
                case 'љ': (target[to++], target[to++]) = ('l', 'j'); break;
                case 'њ': (target[to++], target[to++]) = ('n', 'j'); break;
                case 'џ': (target[to++], target[to++]) = ('d', 'ž'); break;
                case 'Љ': (target[to++], target[to++]) = ('L', IsInCapitals(text, i) ? 'J' : 'j'); break;
                case 'Њ': (target[to++], target[to++]) = ('N', IsInCapitals(text, i) ? 'J' : 'j'); break;
                case 'Џ': (target[to++], target[to++]) = ('D', IsInCapitals(text, i) ? 'Ž' : 'ž'); break;
                default:
                    var index = letter - First;
                    var latin = (uint)index < (uint)Table.Length ? Table[index] : '\0';
                    target[to++] = latin == '\0' ? letter : latin;
                    break;
            }
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
        for (var i = 0; i < Cyrillic.Length; i++)
            table[Cyrillic[i] - First] = Latin[i];
        return table;
    }
}
