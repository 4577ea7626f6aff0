using System.Globalization;
using System.Text;

namespace Portal.Cms.Search;

/// <summary>A word of a text: where it stands there, and the form in which it is looked for.</summary>
public readonly record struct Word(int Start, int Length, string Folded)
{
    public int End => Start + Length;
}

/// <summary>Divides texts into words. Texts that are indexed, searches and excerpts are all read by this, so that what is found is also marked.</summary>
public static class Words
{
    public static IEnumerable<Word> In(string text)
    {
        var start = -1;
        for (var position = 0; position < text.Length;)
        {
            // Half a surrogate pair counts as a sign between words.
            _ = Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var length);
            if (Rune.IsLetterOrDigit(rune) || (start >= 0 && Joins(rune)))
            {
                if (start < 0) start = position;
            }
            else if (start >= 0)
            {
                if (Word(text, start, position) is { } word) yield return word;
                start = -1;
            }

            position += length;
        }

        if (start >= 0 && Word(text, start, text.Length) is { } last) yield return last;
    }

    public static List<string> Folded(string text) => [.. In(text).Select(w => w.Folded)];

    static Word? Word(string text, int start, int end)
    {
        var folded = Letters.Fold(text[start..end]);
        return folded.Length == 0 ? null : new Word(start, end - start, folded);
    }

    /// <summary>Marks on letters, and what only says where a line may break or letters touch: U+00AD, U+200B to U+200D, U+2060.</summary>
    static bool Joins(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        || rune.Value is 0xAD or (>= 0x200B and <= 0x200D) or 0x2060;
}
