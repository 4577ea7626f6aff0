using System.Text;
using Portal.Cms.Localization;

namespace Portal.Cms.Search;

/// <summary>Brings a word into the one form in which it is looked for: Latin letters without marks, in lower case. Ђорђе, Đorđe, Djordje and Dorde become the same.</summary>
public static class Letters
{
    /// <summary>Longer runs of letters are addresses and codes; their beginning will do.</summary>
    const int Longest = 64;

    /// <summary>What becomes of every Latin and Cyrillic letter by itself; up to U+04FF each stands for itself, whatever is beside it.</summary>
    static readonly string[] Known = [.. Enumerable.Range(0, 0x500).Select(c => Plain(((char)c).ToString()))];

    public static string Fold(string word)
    {
        var text = new StringBuilder(word.Length + 4);
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] < Known.Length)
            {
                text.Append(Known[word[i]]);
                continue;
            }

            text.Append(Plain(word[i..]));
            break;
        }

        // Whoever has no đ on the keyboard writes dj or d. Both are read as d, here and in every text; a few other words (djalë, dalë) meet in the bargain.
        text.Replace("dj", "d");
        return text.ToString(0, Math.Min(text.Length, Longest));
    }

    /// <summary>Marks go twice: before the transliteration, which knows й and ѓ only without theirs, and after it, from the č, ž and š that it makes.</summary>
    static string Plain(string text)
    {
        var latin = WithoutMarks(Transliterator.ToLatin(WithoutMarks(text).ToLowerInvariant()));
        return string.Concat(latin.Select(c => Apart(c) ?? c.ToString()));
    }

    /// <summary>Letters that Unicode does not take apart.</summary>
    static string? Apart(char c) => c switch
    {
        // The Icelandic ð and the African ɖ have the same capital as đ and are typed in its place.
        'đ' or 'ð' or 'ɖ' => "d",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'ı' => "i",
        'ѕ' => "dz",
        _ => null,
    };

    /// <summary>The compatibility form takes ligatures and the digraph letters ǆ, ǉ and ǌ apart as well.</summary>
    static string WithoutMarks(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKD).Where(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c)));
}
