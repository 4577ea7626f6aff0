using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Media.Files;
using Portal.Media.Models;
using Portal.Media.Serving;

namespace Portal.Media.Actions;

/// <summary>Takes a file out of the bin; it has its old address again.</summary>
public sealed class RestoreMedia(UnitOfWork work, PortalDb db, MediaStore store, MediaAccess access, AuditTrail audit, TimeProvider clock)
{
    public Task<Result<MediaItem>> RunAsync(string id, CancellationToken cancel) => work.RunAsync<MediaItem>(async () =>
    {
        access.DemandUse();
        if (await db.MediaItems.SingleOrDefaultAsync(i => i.Id == id && i.DeletedUtc != null, cancel) is not { } item) return ReplaceMedia.NoSuchFile;
        access.Demand(access.MayChange(item));
        (item.DeletedUtc, item.ModifiedUtc, item.Stamp) = (null, clock.UtcNow, Guid.NewGuid());
        audit.Record("Media", "Restored", item.Id, new JsonObject { ["path"] = item.Path });
        work.Evict(MediaCatalogue.Tag);
        store.Unbin(item.Id, item.Path);
        return item;
    }, cancel);
}
