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
public sealed class SearchPage(ISearchIndex index, PublishedItems published, ItemTexts texts, SearchDocuments documents, TimeProvider clock)
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
        var shown = new List<FoundItem>();
        foreach (var hit in hits.Hits.Where(h => items.ContainsKey(h.ContentItemId))) shown.Add(await ShownAsync(items[hit.ContentItemId], input, cancel));
        return new SearchAnswer(
            shown, input.Page, pages, total, hits.CountByType, hits.IsWhole);
    }

    async Task<FoundItem> ShownAsync(PublishedItem found, SearchInput input, CancellationToken cancel)
    {
        var item = found.Item;
        var culture = item.Culture == input.Culture.ContentCode ? input.Culture : Culture.TryFrom(item.Culture, out var own) ? own : Culture.En;
        if (culture.IsRendering) Cms.Content.LatinPassagesPart.Apply(found.Document);
        var (text, terms) = (texts.Of(item.ContentType, found.Document), input.Words.In(item.Culture));
        // A short name that is part of the title tells nothing more. Where the item's own text does not say why it was found, an attachment may.
        var passages = text.Summary.Where(p => !text.Title.Contains(p, StringComparison.OrdinalIgnoreCase)).Concat(text.Body).Select(p => culture.Render(p));
        var isOwn = text.Files.Count == 0 || passages.Append(culture.Render(text.Title)).Any(p => Marking.Mark(p, terms).Any(s => s.IsHit));
        if (!isOwn) passages = passages.Take(1).Concat((await documents.AttachedAsync(text.Files, cancel)).SelectMany(t => t.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(p => culture.Render(p.ReplaceLineEndings(" "))));
        return new(
            item.ContentItemId, item.LocalizationSet, item.ContentType, culture, $"/{culture.Code}/{item.PublishedPath}",
            Marking.Mark(culture.Render(text.Title), terms), Excerpt.Of(passages, terms));
    }
}
