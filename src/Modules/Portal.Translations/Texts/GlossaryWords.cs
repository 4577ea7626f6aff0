using Portal.Translations.Models;
using Portal.Translations.Queries;

namespace Portal.Translations.Texts;

/// <summary>Finds the words of the glossary in texts, whatever their ending: our languages decline them.</summary>
public sealed class GlossaryWords
{
    readonly List<(string[] Words, GlossaryHint Hint)> terms;

    /// <param name="source">Culture code of the texts.</param>
    /// <param name="target">Culture code of what is put in.</param>
    public GlossaryWords(IEnumerable<GlossaryTerm> glossary, string source, string target) =>
        terms = [.. from term in glossary
                    let word = term.In(source)
                    let translation = term.In(target)
                    where !string.IsNullOrWhiteSpace(word) && !string.IsNullOrWhiteSpace(translation)
                    select (WordsOf(word), new GlossaryHint(word, translation, term.Note))];

    public IReadOnlyList<GlossaryHint> In(string text)
    {
        if (terms.Count == 0) return [];
        var words = WordsOf(text);
        return [.. terms.Where(t => Stands(t.Words, words)).Select(t => t.Hint)];
    }

    static bool Stands(string[] term, string[] words)
    {
        for (var at = 0; at + term.Length <= words.Length; at++)
        {
            var i = 0;
            while (i < term.Length && IsForm(words[at + i], term[i])) i++;
            if (i == term.Length) return true;
        }

        return false;
    }

    /// <summary>Whether two words differ in their endings only. Of a short word nothing may be missing.</summary>
    static bool IsForm(string word, string term)
    {
        var common = 0;
        while (common < word.Length && common < term.Length && word[common] == term[common]) common++;
        var mayLack = term.Length >= 5 ? 2 : 0;
        return common >= term.Length - mayLack && word.Length - common <= (term.Length >= 5 ? 4 : 2);
    }

    static string[] WordsOf(string text) => [.. Divide(text.ToLowerInvariant())];

    static IEnumerable<string> Divide(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isLetter && start < 0) start = i;
            if (isLetter || start < 0) continue;
            yield return text[start..i];
            start = -1;
        }
    }
}
