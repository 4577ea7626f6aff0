using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Review.Models;

namespace Portal.Review;

/// <param name="ById">Account of whoever began it.</param>
public sealed record CommentThread(string? ById, bool IsSettled);

/// <summary>Comments on passages with what became of them.</summary>
public sealed class CommentThreads(PortalDb db)
{
    /// <returns>Null where the item has no such comment.</returns>
    public async Task<CommentThread?> FindAsync(string contentItemId, long commentId, CancellationToken cancel)
    {
        var entries = await db.ReviewEntries.AsNoTracking().Where(e => e.ContentItemId == contentItemId && (e.Id == commentId || e.CommentId == commentId)).OrderBy(e => e.Id).ToListAsync(cancel);
        return entries.FirstOrDefault(e => e.Id == commentId) is { Kind: EntryKind.Commented } begun ? new(begun.ById, IsSettled(entries)) : null;
    }

    /// <param name="entries">Of one comment, in their order.</param>
    public static bool IsSettled(IEnumerable<ReviewEntry> entries) => entries.LastOrDefault(e => e.Kind is EntryKind.Resolved or EntryKind.Reopened)?.Kind == EntryKind.Resolved;
}
