using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Moderation.Attachments;
using Portal.Moderation.Models;

namespace Portal.Moderation.Actions;

/// <summary>Deletes files that were chosen for comments which were never sent, and what an interruption left of erased ones.</summary>
public sealed class DiscardHeldFiles(PortalDb db, FileStore files, TimeProvider clock) : IJob
{
    /// <summary>No file takes so long to clean.</summary>
    static readonly TimeSpan Interrupted = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        files.DeleteRemainsBefore(clock.UtcNow - Interrupted);
        foreach (var old in files.WrittenBefore(clock.UtcNow - HeldFiles.Lifetime).Chunk(200))
        {
            var kept = await db.SubmissionAttachments.Where(a => old.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel);
            files.Delete(old.Except(kept, StringComparer.Ordinal));
        }
    }
}
