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
public sealed class OwnDrafts(PortalDb db, CurrentUser user) : IDashboardPanel
{
    const int Shown = 5;

    public async Task<DashboardPanel?> LoadAsync(CancellationToken cancel)
    {
        if (!user.May(ContentPermissions.EditOwnContent) || user.Name is not { } me) return null;

        var drafts = await (from version in db.ContentItemVersions
                            join item in db.ContentItems on version.VersionId equals item.LatestVersionId
                            where version.Author == me && item.LatestVersionId != item.PublishedVersionId
                            orderby version.ModifiedUtc descending, version.VersionId
                            select new OwnDraft(item.ContentItemId, item.ContentType, item.Culture, version.DisplayText, version.ModifiedUtc, item.PublishedVersionId != null))
            .Take(Shown + 1).ToListAsync(cancel);
        return new(40, "_OwnDrafts", new OwnDraftsView([.. drafts.Take(Shown)], drafts.Count > Shown));
    }
}
