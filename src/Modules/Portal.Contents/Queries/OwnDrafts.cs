using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Security;

namespace Portal.Contents.Queries;

/// <param name="IsPublic">An earlier text of it is public.</param>
public sealed record OwnDraft(string ContentItemId, string ContentType, string Culture, string Title, DateTime ModifiedUtc, bool IsPublic);

/// <param name="HasMore">There are more than are shown.</param>
public sealed record OwnDraftsView(IReadOnlyList<OwnDraft> Drafts, bool HasMore);

/// <summary>On the first page: the drafts that the person wrote last, and goes on with. One query.</summary>
public sealed class OwnDrafts(PortalDb db, ContentTypePermissions permissions, CurrentUser user) : IDashboardPanel
{
    const int Shown = 5;

    public async Task<DashboardPanel?> LoadAsync(CancellationToken cancel)
    {
        if (!user.May(permissions.ListContent) || user.Name is not { } me) return null;

        var drafts = await (from item in db.ContentItems
                            join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
                            where item.LatestVersionId != null && item.ModifiedBy == me && item.State != ContentState.Published
                            orderby item.ModifiedUtc descending, item.ContentItemId descending
                            select new OwnDraft(item.ContentItemId, item.ContentType, item.Culture, version.DisplayText, item.ModifiedUtc, item.PublishedVersionId != null))
            .Take(Shown + 1).ToListAsync(cancel);
        return new(40, "_OwnDrafts", new OwnDraftsView([.. drafts.Take(Shown)], drafts.Count > Shown));
    }
}
