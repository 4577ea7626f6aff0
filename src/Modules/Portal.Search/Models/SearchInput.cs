using Portal.Cms;
using Portal.Cms.Localization;
using Portal.Cms.Search;
using Portal.Search.Analysis;

namespace Portal.Search.Models;

/// <summary>A search that may be done: it has words, not too many, and at least one that tells something.</summary>
/// <param name="Culture">The reader's; its texts come first.</param>
/// <param name="Type">Content type; null = all.</param>
public sealed record SearchInput(SearchWords Words, Culture Culture, string? Type, int Page, int PageSize)
{
    public const int LongestText = 200, MostWords = 12, MostItems = 10_000;

    /// <returns>The input, or what is wrong with the words typed.</returns>
    public static Result<SearchInput> Read(string typed, Culture culture, string? type, int page, int pageSize)
    {
        if (typed.Length > LongestText) return Problem.Invalid("q", "At most {0} characters are possible here.", LongestText);
        var words = SearchWords.Of(typed);
        return words.Terms.Count switch
        {
            0 => Problem.Invalid("q", "Type a word to look for."),
            > MostWords => Problem.Invalid("q", "At most {0} words can be looked for at once.", MostWords),
            _ when words.Readings().Count == 0 => Problem.Invalid("q", "These words stand in almost every text. Add one that says what you are looking for."),
            _ => new SearchInput(words, culture, type, page, pageSize),
        };
    }
}
