using Portal.Cms.Content;
using Portal.Cms.Media;
using Portal.Cms.Search;
using Portal.Search.Analysis;

namespace Portal.Search.Indexes;

/// <summary>Turns published items into the words that the index keeps.</summary>
public sealed class SearchDocuments(ItemTexts texts, IEnumerable<IMediaWords> attachments)
{
    /// <summary>A book of two hundred pages. What comes after is not found, rather than one item weighing down every search.</summary>
    const int MostWords = 60_000;

    /// <returns>Null for an item that has no page to be found on.</returns>
    public async Task<SearchDocument?> OfAsync(ContentItem item, ContentDocument document, CancellationToken cancel)
    {
        if (item.PublishedPath is null || !texts.IsSearched(item.ContentType)) return null;

        var text = texts.Of(item.ContentType, document);
        return new(item.ContentItemId, item.LocalizationSet, item.Culture, item.ContentType, WordsIn([text.Title]), WordsIn(text.Summary), WordsIn(text.Body.Concat(ByHand(document)).Concat(await AttachedAsync(text.Files, cancel))));

        // The last words of all: a long attachment crowds out none of the item's own.
        List<string> WordsIn(IEnumerable<string> passages) =>
            [.. passages.SelectMany(Words.In).Select(w => w.Folded).Where(w => !StopWords.Contains(item.Culture, w)).Take(MostWords)];
    }

    /// <summary>Who reads Latin letters looks for what stands there, where an editor wrote it by hand.</summary>
    static IEnumerable<string> ByHand(ContentDocument document) => document.As<LatinPassagesPart>()?.Passages.Select(p => p.Latin) ?? [];

    /// <summary>The words of documents that an item carries.</summary>
    public async Task<IReadOnlyList<string>> AttachedAsync(IReadOnlyCollection<string> files, CancellationToken cancel)
    {
        if (files.Count == 0) return [];
        var found = new List<string>();
        foreach (var source in attachments) found.AddRange((await source.OfAsync(files, cancel)).Select(t => t.Text));
        return found;
    }
}
