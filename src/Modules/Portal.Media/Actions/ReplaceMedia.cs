using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Media.Documents;
using Portal.Media.Files;
using Portal.Media.Models;
using Portal.Media.Usages;

namespace Portal.Media.Actions;

/// <summary>Puts another file of the same kind in a file's place. The address stays; what was made of the old one goes.</summary>
public sealed class ReplaceMedia(UnitOfWork work, PortalDb db, MediaStore store, FileCleaning cleaning, MediaAccess access, MediaChanges changes, AuditTrail audit, TimeProvider clock)
{
    public static readonly Problem NoSuchFile = Problem.NotFound("There is no such file.");

    public sealed record Input(string Id, Stream Content, string Name);

    public async Task<Result<MediaItem>> RunAsync(Input input, CancellationToken cancel)
    {
        var allowed = await work.RunAsync<MediaItem>(async () => await DemandAsync(input.Id, cancel) is { } item ? item : NoSuchFile, cancel);
        if (allowed.Problem is { } problem) return problem;

        using var workshop = store.OpenWorkshop();
        var cleaned = await cleaning.RunAsync(input.Content, input.Name, workshop, cancel);
        if (cleaned.Problem is { } refusal) return refusal;

        var (file, before) = (cleaned.Value, "");
        if (file.Kind.ContentType != allowed.Value.ContentType)
            return Problem.Invalid(FileCleaning.Field, "{0} is a {1}; only a {2} can take this file's place, since its address ends so.", file.Name, file.Kind.Name, MediaKind.All.FirstOrDefault(k => k.ContentType == allowed.Value.ContentType)?.Name ?? Path.GetExtension(allowed.Value.Path));

        // The old file is served until the change is committed: one that is not leaves everything as it was.
        store.Stage(file.File, input.Id, file.Version);
        Result<MediaItem> replaced;
        try { replaced = await RecordAsync(); }
        catch
        {
            store.DropStaged(input.Id, file.Version);
            throw;
        }

        if (replaced.Succeeded) store.PlaceStaged(input.Id, file.Version, replaced.Value.Path);
        else store.DropStaged(input.Id, file.Version);
        if (replaced.Succeeded && before != file.Version) store.DropRenditions(before);
        return replaced;

        Task<Result<MediaItem>> RecordAsync() => work.RunAsync<MediaItem>(async () =>
        {
            if (await DemandAsync(input.Id, cancel) is not { } item) return NoSuchFile;
            before = item.Version;
            (item.Length, item.Version, item.Width, item.Height, item.Pages) = (file.Length, file.Version, file.Size?.Width, file.Size?.Height, null);
            (item.ModifiedUtc, item.Stamp) = (clock.UtcNow, Guid.NewGuid());
            if (file.Kind == MediaKind.Pdf) work.Tell(DocumentReading.MessageKind, DocumentReading.Payload(item));
            audit.Record("Media", "Replaced", item.Id, new JsonObject { ["path"] = item.Path, ["length"] = item.Length });
            await changes.EvictAsync(item, cancel);
            return item;
        }, cancel);
    }

    async Task<MediaItem?> DemandAsync(string id, CancellationToken cancel)
    {
        access.DemandUse();
        if (await db.MediaItems.SingleOrDefaultAsync(i => i.Id == id && i.DeletedUtc == null, cancel) is not { } item) return null;
        access.Demand(access.MayChange(item));
        return item;
    }
}
