using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Search;

namespace Portal.Contents.Lists;

/// <summary>Finds items by words of their titles. A rare word leads to its items; where all words are common, the list is read in its order until the page is full.</summary>
public sealed class TitleSearch(PortalDb db)
{
    /// <summary>More words do not narrow anything down any further.</summary>
    const int MostWords = 4;

    /// <summary>A word that stands in more titles is common. So many ids can be handed to the database, and of a commoner word a page is found quickly.</summary>
    const int Rare = 1000;

    /// <param name="typed">Words, or their beginnings, in any script.</param>
    public async Task<IQueryable<ContentItem>> NarrowAsync(IQueryable<ContentItem> items, string typed, CancellationToken cancel)
    {
        var words = Words.Folded(typed).Distinct(StringComparer.Ordinal).Take(MostWords).ToList();
        if (words.Count == 0) return items.Where(_ => false);

        if (await RarestAsync(words, cancel) is { } ids) items = items.Where(i => EF.Parameter(ids).Contains(i.ContentItemId));
        foreach (var beginning in words.Select(w => " " + w)) items = items.Where(i => i.FoldedTitle.Contains(beginning));
        return items;
    }

    /// <returns>The items whose titles have the rarest of the words; null where all are common.</returns>
    async Task<List<string>?> RarestAsync(IReadOnlyList<string> words, CancellationToken cancel)
    {
        List<string>? rarest = null;
        foreach (var word in words)
        {
            var ids = await With(word).OrderBy(w => w.Word).ThenBy(w => w.ContentItemId).Select(w => w.ContentItemId).Take(Rare + 1).ToListAsync(cancel);
            if (ids.Count <= Rare && ids.Count < (rarest?.Count ?? int.MaxValue)) rarest = ids;
        }

        return rarest;
    }

#pragma warning disable CA1309 // The database compares, and EF translates no other overload.
    IQueryable<ContentTitleWord> With(string beginning)
    {
        var end = beginning + "\U0010FFFF";
        return db.ContentTitleWords.Where(w => string.Compare(w.Word, beginning) >= 0 && string.Compare(w.Word, end) < 0);
    }
#pragma warning restore CA1309
}
