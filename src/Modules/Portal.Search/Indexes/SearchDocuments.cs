using Portal.Cms.Content;
using Portal.Cms.Search;
using Portal.Search.Analysis;

namespace Portal.Search.Indexes;

/// <summary>Turns published items into the words that the index keeps.</summary>
public sealed class SearchDocuments(ItemTexts texts)
{
    /// <summary>A book of two hundred pages. What comes after is not found, rather than one item weighing down every search.</summary>
    const int MostWords = 60_000;

    /// <returns>Null for an item that has no page to be found on.</returns>
    public SearchDocument? Of(ContentItem item, ContentDocument document)
    {
        if (item.PublishedPath is null || !texts.IsSearched(item.ContentType)) return null;

        var text = texts.Of(item.ContentType, document);
        return new(item.ContentItemId, item.LocalizationSet, item.Culture, item.ContentType, WordsIn([text.Title]), WordsIn(text.Summary), WordsIn(text.Body));

        List<string> WordsIn(IEnumerable<string> passages) =>
            [.. passages.SelectMany(Words.In).Select(w => w.Folded).Where(w => !StopWords.Contains(item.Culture, w)).Take(MostWords)];
    }
}
