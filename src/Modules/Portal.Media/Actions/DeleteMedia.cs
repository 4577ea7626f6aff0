using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Media.Files;
using Portal.Media.Models;
using Portal.Media.Queries;
using Portal.Media.Serving;

namespace Portal.Media.Actions;

/// <summary>Puts a file into the bin, where it is served no longer and waits for <see cref="RestoreMedia"/>. A file that a text uses stays.</summary>
public sealed class DeleteMedia(UnitOfWork work, PortalDb db, MediaUsageList usages, MediaStore store, MediaAccess access, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result<MediaItem>> RunAsync(string id, CancellationToken cancel)
    {
        var deleted = await work.RunAsync<MediaItem>(async () =>
        {
            access.DemandUse();
            if (await db.MediaItems.SingleOrDefaultAsync(i => i.Id == id && i.DeletedUtc == null, cancel) is not { } item) return ReplaceMedia.NoSuchFile;
            access.Demand(access.MayChange(item));
            if (await usages.CountAsync(item.Path, cancel) is > 0 and var count) return Problem.Conflict("Texts that use this file: {0}. Take it out of them first; they are listed here.", count);

            (item.DeletedUtc, item.ModifiedUtc, item.Stamp) = (clock.UtcNow, clock.UtcNow, Guid.NewGuid());
            audit.Record("Media", "Deleted", item.Id, new JsonObject { ["path"] = item.Path });
            work.Evict(MediaCatalogue.Tag);
            return item;
        }, cancel);
        // After the commit: a file that is gone while its row is not would be worse than the other way round.
        if (deleted.Succeeded) store.Bin(deleted.Value.Id, deleted.Value.Path);
        return deleted;
    }
}
