using System.Text;
using AngleSharp.Dom;

namespace Portal.IntegrationTests.Site;

/// <summary>Guesses the language of a text by its small words. Bosnian and Serbian in Latin letters share nearly all of theirs and count as one.</summary>
static class LanguageGuess
{
    const int FewestWords = 8;

    static readonly Dictionary<string, HashSet<string>> SmallWords = new(StringComparer.Ordinal)
    {
        ["en"] = Words("the of and to in is that for it with as was on are by be this which or from at an have not they who what when their were has"),
        ["sq"] = Words("dhe të në e që për me nga një si ka nuk është u i së janë kur por ose ku do më kjo ky ishte kanë mund te tek deri edhe"),
        ["sh"] = Words("i u je da se na za su od koji koja koje što kako iz ne ili bi nije po kao sa o ali do te samo može treba"),
        ["sr-Cyrl"] = Words("и у је да се на за су од који која које што како из не или би није по као са о али до те само може треба"),
    };

    /// <summary>Blocks of running text with the language that the page says they are in.</summary>
    public static IEnumerable<(string Text, string Lang)> TextsOf(IElement body) =>
        from block in body.QuerySelectorAll("p, li, h1, h2, h3, dd, td, figcaption, blockquote")
        where block.Closest("[data-verbatim], .comment, .cultures") is null && block.QuerySelector("p, li, dd, td") is null
        let text = OwnText(block)
        where text.Length > 0
        select (text, Language(block));

    /// <returns>The language with clearly the most small words; null where the text is too short or too even to say.</returns>
    public static string? Of(string text)
    {
        var words = new string([.. text.ToLowerInvariant().Select(c => char.IsLetter(c) || c == 'ë' ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < FewestWords) return null;

        var hits = SmallWords.Select(l => (Language: l.Key, Count: words.Count(l.Value.Contains))).OrderByDescending(l => l.Count).ToList();
        return hits[0].Count >= 3 && hits[0].Count >= 2 * hits[1].Count ? hits[0].Language : null;
    }

    public static bool IsRight(string guess, string lang) => guess == lang || (guess == "sh" && lang is "bs" or "sr-Latn");

    /// <summary>The text of a block without what is marked as another language, and without the titles of works, which stay in theirs.</summary>
    static string OwnText(IElement block)
    {
        var text = new StringBuilder();
        foreach (var node in block.Descendants<IText>())
        {
            if (node.ParentElement!.Closest("[lang], em, cite") is { } apart && apart != block && block.Contains(apart)) continue;
            text.Append(node.Data).Append(' ');
        }

        return text.ToString().Trim();
    }

    static string Language(IElement block) => block.Closest("[lang]")!.GetAttribute("lang")!;

    static HashSet<string> Words(string list) => list.Split(' ').ToHashSet(StringComparer.Ordinal);
}
