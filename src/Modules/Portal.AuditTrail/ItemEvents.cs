using Portal.AuditTrail.Queries;
using Portal.Cms.Audit;
using Portal.Cms.Security;
using Portal.Contents.Models;
using Portal.Contents.Queries;

namespace Portal.AuditTrail;

/// <param name="AllHref">The whole trail of the item; null for who may not read it.</param>
public sealed record ItemEventsView(IReadOnlyList<AuditTrailEvent> Latest, string? AllHref);

/// <summary>Beside an edit form: what was done to the item lately. Orchard's <c>AuditTrailPart</c>.</summary>
public sealed class ItemEvents(AuditPage page, CurrentUser user) : IEditorPanel
{
    const int Shown = 5;

    public bool AppliesTo(string contentType) => true;

    public async Task<EditorPanel?> LoadAsync(EditedView item, CancellationToken cancel)
    {
        var latest = await page.LatestOfAsync(item.Item.ContentItemId, Shown, cancel);
        return latest.Count == 0 ? null : new("_ItemEvents", new ItemEventsView(latest, user.May(AuditTrailPermissions.ViewAuditTrail) ? $"/admin/audit?item={Uri.EscapeDataString(item.Item.ContentItemId)}" : null), EditorPlace.Beside);
    }
}
