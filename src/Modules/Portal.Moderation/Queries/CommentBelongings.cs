using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;

namespace Portal.Moderation.Queries;

/// <summary>What belongs to published comments beside their texts.</summary>
/// <param name="Agreed">How many agree, by comment.</param>
public sealed record Belongings(IReadOnlyDictionary<string, int> Agreed, ILookup<string, SubmissionAttachment> Files);

public sealed class CommentBelongings(PortalDb db, PublicAttachments attachments)
{
    public async Task<Belongings> OfAsync(IReadOnlyCollection<(string Id, SubmissionState State)> comments, CancellationToken cancel)
    {
        var submissions = comments.Select(c => c.Id).ToList();
        var agreed = await db.CommentSupports.Where(s => submissions.Contains(s.SubmissionId)).GroupBy(s => s.SubmissionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
        return new(agreed, await attachments.OfAsync([.. comments.Where(c => PublicAttachments.States.Contains(c.State)).Select(c => c.Id)], cancel));
    }
}
