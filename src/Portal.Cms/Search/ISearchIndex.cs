namespace Portal.Cms.Search;

/// <summary>Where the words of published items are kept and found. It knows words that the analysis has already brought into one form, and no language: each database has one of its own.</summary>
/// <remarks>Writes belong to the transaction that is open, so that words come and go with the text they are from.</remarks>
public interface ISearchIndex
{
    /// <summary>Keeps the words of an item, in place of those it had.</summary>
    Task PutAsync(SearchDocument document, CancellationToken cancel);

    Task RemoveAsync(string contentItemId, CancellationToken cancel);

    /// <summary>Removes whatever belongs to items that are not public, however it came to be left over.</summary>
    Task RemoveUnpublishedAsync(CancellationToken cancel);

    /// <summary>Finds items in one query: one per localization set, those in the reader's culture first, then the best.</summary>
    Task<SearchHits> FindAsync(SearchQuery query, CancellationToken cancel);
}

/// <summary>The words of one published item, each letters and digits only, in the order of the text. A word in the title tells most, one in the body least.</summary>
public sealed record SearchDocument(
    string ContentItemId, string LocalizationSet, string Culture, string ContentType, IReadOnlyList<string> Title, IReadOnlyList<string> Summary, IReadOnlyList<string> Body);

/// <summary>A word that is looked for.</summary>
/// <param name="IsPrefix">Longer words that begin with it are found too.</param>
public readonly record struct SearchTerm(string Text, bool IsPrefix)
{
    public bool Fits(string word) => IsPrefix ? word.StartsWith(Text, StringComparison.Ordinal) : word == Text;
}

/// <summary>What has to stand in the texts of some cultures: which words are too common to count differs from language to language.</summary>
/// <param name="Cultures">Culture codes of the texts; none = texts in every culture.</param>
/// <param name="Terms">At least one; a text must have all of them.</param>
public sealed record SearchReading(IReadOnlyList<string> Cultures, IReadOnlyList<SearchTerm> Terms);

/// <param name="Readings">At least one; no culture is in two of them.</param>
/// <param name="NowUtc">What may not be shown yet at this instant is not found.</param>
/// <param name="Culture">Culture code of the texts that come first.</param>
/// <param name="ContentType">Shows items of this type only; null = all. The counts are of all types all the same.</param>
public sealed record SearchQuery(IReadOnlyList<SearchReading> Readings, string Culture, string? ContentType, DateTime NowUtc, int Skip, int Take);

/// <param name="Score">The higher, the better the text fits; comparable within one answer only.</param>
public sealed record SearchHit(string ContentItemId, double Score);

/// <param name="Hits">The part of them that was asked for.</param>
/// <param name="CountByType">How many localization sets were found, by content type.</param>
/// <param name="IsWhole">False: the words are so common that only some of the texts were looked at, the newest.</param>
public sealed record SearchHits(IReadOnlyList<SearchHit> Hits, IReadOnlyDictionary<string, int> CountByType, bool IsWhole)
{
    public static readonly SearchHits None = new([], new Dictionary<string, int>(StringComparer.Ordinal), IsWhole: true);
}
