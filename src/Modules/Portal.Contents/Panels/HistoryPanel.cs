using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Contents.Models;
using Portal.Contents.Queries;

namespace Portal.Contents.Panels;

/// <param name="Number">Of the latest version.</param>
/// <param name="Schedules">What is to be done later, or was refused.</param>
public sealed record HistoryView(ContentItem Item, int Number, string? Author, DateTime ModifiedUtc, string? Comment, IReadOnlyList<ContentSchedule> Schedules, bool MayPublish);

/// <summary>Beside an edit form: the way to the versions, and what is scheduled.</summary>
public sealed class HistoryPanel(PortalDb db, ContentAccess access) : IEditorPanel
{
    public bool AppliesTo(string contentType) => true;

    public async Task<EditorPanel?> LoadAsync(EditedView item, CancellationToken cancel)
    {
        var schedules = await db.ContentSchedules.AsNoTracking().Where(s => s.ContentItemId == item.Item.ContentItemId).OrderBy(s => s.AtUtc).ToListAsync(cancel);
        var version = item.Version;
        return new("_History", new HistoryView(item.Item, version.Number, version.Author, version.ModifiedUtc, version.Comment, schedules, access.MayPublish(item.Item)), EditorPlace.Beside);
    }
}

/// <summary>Near the buttons of an edit form: what whoever saves wants to say about this version.</summary>
public sealed class CommentPanel : IEditorPanel
{
    public bool AppliesTo(string contentType) => true;

    public Task<EditorPanel?> LoadAsync(EditedView item, CancellationToken cancel) => Task.FromResult<EditorPanel?>(new("_VersionComment", item));
}
