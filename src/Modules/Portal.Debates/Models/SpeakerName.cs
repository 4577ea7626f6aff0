using Portal.Cms.Localization;

namespace Portal.Debates.Models;

/// <summary>The name part of a listed speaker ("name, role"), and whether a text says it, in either script and in any of its cases: Марка Марковића is Marko Marković.</summary>
public sealed class SpeakerName
{
    /// <summary>What case endings may add to the stem of a name.</summary>
    const int LongestEnding = 4;

    const int ShortestStem = 3;

    readonly string[] stems;

    SpeakerName(string text, string[] stems) => (Text, this.stems) = (text, stems);

    /// <summary>As it was listed, without the role.</summary>
    public string Text { get; }

    /// <returns>Null for what is no name but a role in ordinary words ("residents", "the head of the school"), which a report has to be able to use. A name has two words or more that begin with a capital.</returns>
    public static SpeakerName? Of(string speaker)
    {
        var text = speaker.Split(',')[0].Trim();
        var words = Words(text);
        return words.Count(w => char.IsUpper(w[0])) < 2 ? null : new(text, [.. words.Select(w => Stem(Fold(w)))]);
    }

    /// <returns>Whether the words of the name stand in a text one after the other, in this order or the last word first.</returns>
    public bool IsIn(IReadOnlyList<string> foldedWords)
    {
        for (var start = 0; start + stems.Length <= foldedWords.Count; start++)
        {
            if (Matches(foldedWords, start, stems) || Matches(foldedWords, start, [stems[^1], .. stems[..^1]])) return true;
        }

        return false;
    }

    /// <summary>The words of a text in small ASCII letters.</summary>
    public static IReadOnlyList<string> FoldedWords(string text) => [.. Words(text).Select(Fold)];

    static bool Matches(IReadOnlyList<string> words, int start, string[] wanted)
    {
        for (var i = 0; i < wanted.Length; i++)
        {
            var word = words[start + i];
            if (!word.StartsWith(wanted[i], StringComparison.Ordinal) || word.Length > wanted[i].Length + LongestEnding) return false;
        }

        return true;
    }

    static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i])) { if (start < 0) start = i; continue; }
            if (start >= 0) words.Add(text[start..i]);
            start = -1;
        }

        return words;
    }

    static string Fold(string word) => Slug.From(word);

    /// <summary>Without the vowels that cases put in place of each other.</summary>
    static string Stem(string word)
    {
        var stem = word.TrimEnd('a', 'e', 'i', 'o', 'u');
        return stem.Length >= ShortestStem ? stem : word;
    }
}
