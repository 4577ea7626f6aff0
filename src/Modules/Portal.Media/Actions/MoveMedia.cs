using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Media.Files;
using Portal.Media.Models;

namespace Portal.Media.Actions;

/// <summary>Shows files in another folder. Their addresses stay as they are.</summary>
public sealed class MoveMedia(UnitOfWork work, PortalDb db, MediaFolders folders, MediaAccess access, AuditTrail audit, TimeProvider clock)
{
    /// <param name="FolderId">Empty = the top.</param>
    public sealed record Input(IReadOnlyList<string> Ids, string FolderId);

    /// <returns>How many were moved.</returns>
    public Task<Result<int>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<int>(async () =>
    {
        access.DemandUse();
        var target = await folders.ToFillAsync(input.FolderId, cancel);
        if (target.Problem is { } problem) return problem;

        var items = await db.MediaItems.Where(i => input.Ids.Contains(i.Id) && i.DeletedUtc == null).ToListAsync(cancel);
        if (items.Count == 0) return ReplaceMedia.NoSuchFile;
        foreach (var item in items)
        {
            access.Demand(access.MayChange(item));
            (item.FolderId, item.OrganisationSet, item.ModifiedUtc, item.Stamp) = (target.Value?.Id ?? "", target.Value?.OrganisationSet, clock.UtcNow, Guid.NewGuid());
            audit.Record("Media", "Moved", item.Id, new JsonObject { ["path"] = item.Path, ["folder"] = item.FolderId });
        }

        return items.Count;
    }, cancel);
}
