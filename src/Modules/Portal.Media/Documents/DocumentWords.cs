using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Media;
using Portal.Media.Models;

namespace Portal.Media.Documents;

public sealed class DocumentWords(PortalDb db) : IMediaWords
{
    public async Task<IReadOnlyList<(string Path, string Text)>> OfAsync(IReadOnlyCollection<string> paths, CancellationToken cancel)
    {
        // Only a PDF was ever read: texts without one cost no query.
        var documents = paths.Where(p => p.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)).ToList();
        if (documents.Count == 0) return [];
        var rows = await (from item in db.MediaItems
                          join text in db.MediaTexts on item.Id equals text.Id
                          where documents.Contains(item.Path) && item.DeletedUtc == null
                          orderby item.Path
                          select new { item.Path, text.Text }).ToListAsync(cancel);
        return [.. rows.Select(r => (r.Path, r.Text))];
    }
}
