using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Contents.Definitions;

namespace Portal.Contents.Actions;

/// <summary>Takes away a type that no module knows and that nothing needs: no item, in the bin neither, and no other type.</summary>
public sealed class RemoveContentType(PortalDb db, UnitOfWork work, CurrentUser user, DefinedTypes types, AuditTrail audit)
{
    public Task<Result<Done>> RunAsync(string contentType, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(DefinitionPermissions.EditContentTypes);
        if (types.Find(contentType) is not { } type) return Problem.NotFound("There is no such content type.");
        if (!type.IsStored) return Problem.Conflict("This type belongs to the portal's own code and stays.");
        if (await db.ContentItems.AnyAsync(i => i.ContentType == contentType, cancel)) return Problem.Conflict("There are items of this type, or there were: they stay in the bin. The type stays too.");
        if (types.All.FirstOrDefault(t => t.Parts.Any(p => p.Contained?.Name == contentType || p.ContainedTypes.Contains(contentType, StringComparer.Ordinal) || p.Fields.Any(f => f.Picks.Contains(contentType, StringComparer.Ordinal)))) is { } holder)
            return Problem.Conflict("The type {0} holds items of this type or points to them. Change it first.", holder.Name);

        await db.ContentDefinitions.Where(d => d.Name == contentType).ExecuteDeleteAsync(cancel);
        audit.Record("ContentDefinition", "TypeRemoved", contentType);
        work.Evict(Tags.Definitions);
        return default(Done);
    }, cancel);
}
