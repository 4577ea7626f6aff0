using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Search;

namespace Portal.Cms.Content;

/// <summary>A word of an item's latest title, in the form in which it is looked for.</summary>
public sealed class ContentTitleWord
{
    public required string Word { get; init; }
    public required string ContentItemId { get; init; }
}

/// <summary>Keeps titles of drafts and public texts in the form in which the editors' list looks for them and sorts them: Latin letters without marks, whatever the script.</summary>
public sealed class ContentTitles(PortalDb db)
{
    /// <summary>A title is hardly longer; what comes later in a longer one is not found.</summary>
    const int MostWords = 40;

    /// <returns>The words with a blank before and after each; empty for an empty title.</returns>
    public static string Fold(string title)
    {
        var words = Words.In(title).Take(MostWords).Select(w => w.Folded).ToList();
        return words.Count == 0 ? "" : $" {string.Join(' ', words)} ";
    }

    /// <summary>Takes over the title of an item's latest text.</summary>
    public async Task KeepAsync(ContentItem item, string title, CancellationToken cancel)
    {
        var folded = Fold(title);
        if (folded == item.FoldedTitle) return;

        // Of an item that is new or had no title there are no words to take away.
        var known = item.FoldedTitle.Length == 0 ? [] : await db.ContentTitleWords.Where(w => w.ContentItemId == item.ContentItemId).ToListAsync(cancel);
        var wanted = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        db.ContentTitleWords.RemoveRange(known.Where(w => !wanted.Contains(w.Word)));
        db.ContentTitleWords.AddRange(wanted.Except(known.Select(w => w.Word), StringComparer.Ordinal).Select(w => new ContentTitleWord { Word = w, ContentItemId = item.ContentItemId }));
        item.FoldedTitle = folded;
    }
}
