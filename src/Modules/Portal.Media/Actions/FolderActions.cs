using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Media.Files;
using Portal.Media.Models;

namespace Portal.Media.Actions;

/// <summary>Makes a folder.</summary>
public sealed class CreateMediaFolder(UnitOfWork work, MediaFolders folders, FolderNames names, MediaAccess access, AuditTrail audit)
{
    /// <param name="ParentId">Empty = at the top.</param>
    public sealed record Input(string ParentId, string? Name);

    public Task<Result<MediaFolder>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<MediaFolder>(async () =>
    {
        access.DemandUse();
        var parent = await folders.ToFillAsync(input.ParentId, cancel);
        if (parent.Problem is { } problem) return problem;
        if (await names.CheckAsync(input.Name, input.ParentId, null, cancel) is { } wrong) return wrong;

        var name = input.Name!.Trim();
        var folder = await folders.MakeAsync(input.ParentId, name, Slug.From(name), null, null, cancel);
        audit.Record("MediaFolder", "Created", folder.Id, new JsonObject { ["name"] = folder.Name });
        return folder;
    }, cancel);
}

/// <summary>Renames a folder, or shows it in another. Files in it keep their addresses.</summary>
public sealed class ChangeMediaFolder(UnitOfWork work, PortalDb db, MediaFolders folders, FolderNames names, MediaAccess access, AuditTrail audit, TimeProvider clock)
{
    public sealed record Input(string Id, string? Name, string ParentId);

    public Task<Result<MediaFolder>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<MediaFolder>(async () =>
    {
        access.DemandUse();
        if (await folders.FindAsync(input.Id, cancel) is not { } folder) return MediaFolders.NoSuchFolder;
        access.Demand(access.MayChange(folder));
        if (folder.Id == folder.OrganisationSet) return Problem.Conflict("An organisation's own folder stays where it is, under the organisation's name.");
        if (await names.CheckAsync(input.Name, input.ParentId, folder.Id, cancel) is { } wrong) return wrong;

        folder.Name = input.Name!.Trim();
        if (input.ParentId != folder.ParentId && await MoveAsync(folder, input.ParentId, cancel) is { } problem) return problem;
        audit.Record("MediaFolder", "Changed", folder.Id, new JsonObject { ["name"] = folder.Name, ["parent"] = folder.ParentId });
        return folder;
    }, cancel);

    async Task<Problem?> MoveAsync(MediaFolder folder, string parentId, CancellationToken cancel)
    {
        var target = await folders.ToFillAsync(parentId, cancel);
        if (target.Problem is { } problem) return problem;
        var below = await folders.BelowAsync(folder.Id, cancel);
        if (below.Contains(parentId)) return Problem.Invalid("parent", "A folder cannot be moved into itself.");

        folder.ParentId = parentId;
        var organisation = target.Value?.OrganisationSet;
        if (organisation == folder.OrganisationSet) return null;
        // Whose a file is follows from where it lies.
        foreach (var moved in await db.MediaFolders.Where(f => below.Contains(f.Id)).ToListAsync(cancel)) moved.OrganisationSet = organisation;
        foreach (var item in await db.MediaItems.Where(i => below.Contains(i.FolderId)).ToListAsync(cancel)) (item.OrganisationSet, item.ModifiedUtc, item.Stamp) = (organisation, clock.UtcNow, Guid.NewGuid());
        return null;
    }
}

/// <summary>Removes an empty folder.</summary>
public sealed class RemoveMediaFolder(UnitOfWork work, PortalDb db, MediaFolders folders, MediaAccess access, AuditTrail audit)
{
    public Task<Result<Done>> RunAsync(string id, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        access.DemandUse();
        if (await folders.FindAsync(id, cancel) is not { } folder) return MediaFolders.NoSuchFolder;
        access.Demand(access.MayChange(folder));
        if (await db.MediaFolders.AnyAsync(f => f.ParentId == id, cancel) || await db.MediaItems.AnyAsync(i => i.FolderId == id, cancel)) return Problem.Conflict("Only an empty folder can be removed. Move what is in it first; the bin counts.");

        db.MediaFolders.Remove(folder);
        audit.Record("MediaFolder", "Removed", id, new JsonObject { ["name"] = folder.Name });
        return default(Done);
    }, cancel);
}
