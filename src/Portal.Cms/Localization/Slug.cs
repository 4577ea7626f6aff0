using System.Globalization;
using System.Text;

namespace Portal.Cms.Localization;

/// <summary>The ASCII address of a title. Serbian in either script gives the same one.</summary>
public static class Slug
{
    public const int MaxLength = 80;

    const string Fallback = "untitled";

    public static string From(string title)
    {
        // Twice: accents go first, so that й or ѓ meet the transliteration as the letters they stand on, and again after it for č, ž, š.
        var plain = WithoutMarks(Transliterator.ToLatin(WithoutMarks(WellFormed(title))));
        var slug = new StringBuilder(plain.Length + 8);
        foreach (var c in plain)
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (Folded(c) is { } folded)
                slug.Append(folded);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        var result = Shortened(slug.ToString().Trim('-'));
        return result.Length == 0 ? Fallback : result;
    }

    /// <summary>Letters that Unicode does not decompose.</summary>
    static string? Folded(char c) => c switch
    {
        'đ' or 'Đ' => "dj",
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'ı' => "i",
        'ѕ' or 'Ѕ' => "dz",
        _ => null,
    };

    /// <summary>Cuts between words where that is possible.</summary>
    static string Shortened(string slug)
    {
        if (slug.Length <= MaxLength)
            return slug;
        var cut = slug[MaxLength] == '-' ? MaxLength : slug.LastIndexOf('-', MaxLength - 1);
        return slug[..(cut > 0 ? cut : MaxLength)];
    }

    /// <summary>Normalisation refuses half a surrogate pair; a title pasted from anywhere may hold one.</summary>
    static string WellFormed(string text)
    {
        var copy = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            copy.Append(rune.ToString());
        return copy.ToString();
    }

    static string WithoutMarks(string text)
    {
        var decomposed = text.Normalize(NormalizationForm.FormD);
        var copy = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                copy.Append(c);
        }

        return copy.ToString();
    }
}
