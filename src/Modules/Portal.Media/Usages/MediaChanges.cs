using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Media.Models;
using Portal.Media.Serving;

namespace Portal.Media.Usages;

/// <summary>Says what is out of date when a file changes: the catalogue, and the pages of everything public that uses the file.</summary>
public sealed class MediaChanges(PortalDb db, UnitOfWork work)
{
    public async Task EvictAsync(MediaItem item, CancellationToken cancel)
    {
        work.Evict(MediaCatalogue.Tag);
        var sets = await (from usage in db.MediaUsages
                          join content in db.ContentItems on usage.LocalizationSet equals content.LocalizationSet
                          where usage.Path == item.Path && usage.IsPublic
                          select new { content.LocalizationSet, content.ContentType }).Distinct().ToListAsync(cancel);
        work.Evict(sets.SelectMany(s => new[] { Tags.Set(s.LocalizationSet), Tags.Type(s.ContentType) }));
    }
}
