using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Media.Documents;
using Portal.Media.Files;
using Portal.Media.Models;
using Portal.Media.Serving;

namespace Portal.Media.Actions;

/// <summary>Takes one file into the library, cleaned of what it hides.</summary>
public sealed class UploadMedia(UnitOfWork work, PortalDb db, MediaFolders folders, MediaStore store, FileCleaning cleaning, MediaAccess access, CurrentUser user, AuditTrail audit, TimeProvider clock)
{
    /// <param name="Content">Read once, to its end.</param>
    /// <param name="Name">As its sender calls it; decides nothing but the title and, by it, the address.</param>
    /// <param name="FolderId">Empty = the top.</param>
    public sealed record Input(Stream Content, string Name, string FolderId);

    public async Task<Result<MediaItem>> RunAsync(Input input, CancellationToken cancel)
    {
        // Before anything is read or drawn.
        var allowed = await work.RunAsync<Done>(async () => (await folders.ToFillAsync(input.FolderId, cancel)).Problem is { } refused ? refused : default(Done), cancel);
        if (allowed.Problem is { } problem) return problem;

        using var workshop = store.OpenWorkshop();
        var cleaned = await cleaning.RunAsync(input.Content, input.Name, workshop, cancel);
        if (cleaned.Problem is { } refusal) return refusal;

        var file = cleaned.Value;
        return await work.RunAsync<MediaItem>(async () =>
        {
            access.DemandUse();
            var found = await folders.ToFillAsync(input.FolderId, cancel);
            if (found.Problem is { } gone) return gone;

            var (folder, now) = (found.Value, clock.UtcNow);
            var item = new MediaItem
            {
                Id = Ids.New(), Path = await folders.AddressAsync(folder, file.Name, file.Kind, store, cancel), FolderId = folder?.Id ?? "", OrganisationSet = folder?.OrganisationSet, OwnerId = user.Id,
                Title = file.Name, ContentType = file.Kind.ContentType, Length = file.Length, Version = file.Version, Width = file.Size?.Width, Height = file.Size?.Height, CreatedUtc = now, ModifiedUtc = now, Stamp = Guid.NewGuid(),
            };
            item.Derive();
            db.MediaItems.Add(item);
            if (file.Kind == MediaKind.Pdf) work.Tell(DocumentReading.MessageKind, DocumentReading.Payload(item));
            audit.Record("Media", "Uploaded", item.Id, new JsonObject { ["path"] = item.Path, ["contentType"] = item.ContentType, ["length"] = item.Length });
            work.Evict(MediaCatalogue.Tag);
            store.Place(file.File, item.Path);
            return item;
        }, cancel);
    }
}
