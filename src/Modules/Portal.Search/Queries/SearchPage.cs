using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Search;
using Portal.Search.Excerpts;
using Portal.Search.Indexes;
using Portal.Search.Models;

namespace Portal.Search.Queries;

/// <summary>An item that was found, as it is shown to the reader.</summary>
/// <param name="ShownIn">The reader's culture, or the one the text is in.</param>
public sealed record FoundItem(
    string ContentItemId, string LocalizationSet, string ContentType, Culture ShownIn, string Path, IReadOnlyList<Segment> Title, IReadOnlyList<Segment> Excerpt);

/// <param name="Total">How many there are on all pages, of the type asked for.</param>
/// <param name="CountByType">How many there are of each type, whichever was asked for.</param>
/// <param name="IsWhole">False: only the newest of very many texts were looked at.</param>
public sealed record SearchAnswer(IReadOnlyList<FoundItem> Items, int Page, int Pages, int Total, IReadOnlyDictionary<string, int> CountByType, bool IsWhole);

/// <summary>One page of what a search found, in two queries however much that is. Excerpts are read from the published texts themselves, in the letters in which the reader sees them.</summary>
public sealed class SearchPage(ISearchIndex index, PublishedItems published, ItemTexts texts, TimeProvider clock)
{
    /// <summary>The problem of a page beyond the last.</summary>
    public static readonly Problem NoSuchPage = Problem.NotFound("There are not so many pages.");

    public async Task<Result<SearchAnswer>> RunAsync(SearchInput input, CancellationToken cancel)
    {
        var hits = await index.FindAsync(new(input.Words.Readings(), input.Culture.ContentCode, input.Type, clock.UtcNow, (input.Page - 1) * input.PageSize, input.PageSize), cancel);
        var total = input.Type is null ? hits.CountByType.Values.Sum() : hits.CountByType.GetValueOrDefault(input.Type);
        var pages = Math.Max(1, (total + input.PageSize - 1) / input.PageSize);
        if (input.Page > pages) return NoSuchPage;

        var items = (await published.ByIdAsync([.. hits.Hits.Select(h => h.ContentItemId)], cancel)).ToDictionary(i => i.Item.ContentItemId, StringComparer.Ordinal);
        return new SearchAnswer(
            [.. from hit in hits.Hits
                where items.ContainsKey(hit.ContentItemId)
                select Shown(items[hit.ContentItemId], input)],
            input.Page, pages, total, hits.CountByType, hits.IsWhole);
    }

    FoundItem Shown(PublishedItem found, SearchInput input)
    {
        var item = found.Item;
        var culture = item.Culture == input.Culture.ContentCode ? input.Culture : Culture.TryFrom(item.Culture, out var own) ? own : Culture.En;
        var (text, terms) = (texts.Of(item.ContentType, found.Document), input.Words.In(item.Culture));
        return new(
            item.ContentItemId, item.LocalizationSet, item.ContentType, culture, $"/{culture.Code}/{item.PublishedPath}",
            Marking.Mark(culture.Render(text.Title), terms), Excerpt.Of(text.Summary.Concat(text.Body).Select(p => culture.Render(p)), terms));
    }
}
