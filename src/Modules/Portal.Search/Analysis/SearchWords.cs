using Portal.Cms.Localization;
using Portal.Cms.Search;

namespace Portal.Search.Analysis;

/// <summary>What somebody typed, as words to look for.</summary>
/// <param name="Terms">Each once, in the order typed.</param>
public sealed record SearchWords(IReadOnlyList<SearchTerm> Terms)
{
    /// <summary>From so many letters on a word also finds longer ones that begin with it: languages that decline their nouns change the end.</summary>
    const int ShortestPrefix = 4;

    public static SearchWords Of(string typed) => new([.. Words.In(typed).Select(w => w.Folded).Distinct(StringComparer.Ordinal).Select(w => new SearchTerm(w, w.Length >= ShortestPrefix))]);

    /// <summary>The words that count in a text of this culture.</summary>
    public IReadOnlyList<SearchTerm> In(string culture) => [.. Terms.Where(t => !StopWords.Contains(culture, t.Text))];

    /// <summary>What to look for in which cultures; those in which nothing is left to look for are not in it.</summary>
    public IReadOnlyList<SearchReading> Readings()
    {
        List<SearchReading> readings = [.. Culture.ContentCultures.Select(c => (c.Code, Terms: In(c.Code)))
            .Where(c => c.Terms.Count > 0)
            .GroupBy(c => string.Join(' ', c.Terms.Select(t => t.Text)), StringComparer.Ordinal)
            .Select(same => new SearchReading([.. same.Select(c => c.Code)], same.First().Terms))];
        // Nearly every search: the same words count everywhere, so that the language need not be asked for.
        return readings is [{ Cultures.Count: var count } all] && count == Culture.ContentCultures.Count ? [all with { Cultures = [] }] : readings;
    }
}
