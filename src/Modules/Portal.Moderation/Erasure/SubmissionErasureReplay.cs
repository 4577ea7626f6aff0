using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Privacy;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;

namespace Portal.Moderation.Erasure;

/// <summary>Erases submissions once more that a restored backup has brought back.</summary>
public sealed class SubmissionErasureReplay(PortalDb db, EraseSubmission erase) : IErasureReplay
{
    public string Kind => SubmissionErasure.Kind;

    public async Task<bool> EraseAgainAsync(ErasureRegister.Entry entry, CancellationToken cancel)
    {
        if (!Enum.TryParse<ErasureExtent>(entry.Extent, out var extent)) throw new FormatException($"The register names the extent {entry.Extent}, which this version does not know.");
        if (await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == entry.Id, cancel) is not { } submission || submission.IsErased(extent)) return false;
        return (await erase.AsSystemAsync(entry.Id, "restored-backup", extent, cancel)).Succeeded;
    }
}
