using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Media.Actions;
using Portal.Media.Files;
using Portal.Media.Models;

namespace Portal.Media;

/// <summary>Writes down what somebody put into the folder by hand.</summary>
public sealed class TakeInStrays(MediaCheck check, TakeInMedia take) : IJob
{
    /// <summary>In one run; the next takes the rest.</summary>
    const int AtOnce = 200;

    public async Task RunAsync(CancellationToken cancel)
    {
        var strays = (await check.RunAsync(cancel)).Strays;
        if (strays.Count > 0) await take.RunAsync([.. strays.Take(AtOnce).Select(p => new Cms.Media.MediaArrival(p))], cancel);
    }
}

/// <summary>Puts in place what a replacement left ready when its process ended between the commit and the move, and deletes what never counted.</summary>
public sealed class SettleReplacements(PortalDb db, MediaStore store, TimeProvider clock) : IJob
{
    /// <summary>Nobody who replaces a file takes longer.</summary>
    static readonly TimeSpan Leftover = TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var (id, version) in store.StagedBefore(clock.UtcNow - Leftover))
        {
            var path = await db.MediaItems.Where(i => i.Id == id && i.Version == version && i.DeletedUtc == null).Select(i => i.Path).SingleOrDefaultAsync(cancel);
            if (path is null) store.DropStaged(id, version);
            else store.PlaceStaged(id, version, path);
        }
    }
}

/// <summary>Empties the bin of what has lain in it long enough.</summary>
public sealed class EmptyMediaBin(PortalDb db, UnitOfWork work, MediaStore store, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        var before = clock.UtcNow - Kept;
        var gone = await work.RunAsync<List<MediaItem>>(async () =>
        {
            var items = await db.MediaItems.Where(i => i.DeletedUtc != null && i.DeletedUtc < before).OrderBy(i => i.Id).Take(500).ToListAsync(cancel);
            var ids = items.ConvertAll(i => i.Id);
            db.MediaTexts.RemoveRange(await db.MediaTexts.Where(t => ids.Contains(t.Id)).ToListAsync(cancel));
            db.MediaItems.RemoveRange(items);
            return items;
        }, cancel);
        if (gone.Problem is not null) return;
        foreach (var item in gone.Value)
        {
            File.Delete(store.BinOf(item.Id));
            store.DropRenditions(item.Version);
        }
    }
}
