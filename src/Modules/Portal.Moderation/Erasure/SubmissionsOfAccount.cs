using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Privacy;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;

namespace Portal.Moderation.Erasure;

/// <summary>The comments that somebody wrote while signed in.</summary>
public sealed class SubmissionsOfAccount(PortalDb db, OwnSubmissionData data, SubmissionErasure erasure) : IPersonalData
{
    /// <summary>English message id.</summary>
    public string Title => "Your comments";

    public string Name => "comments";

    public async Task<JsonNode?> OfAccountAsync(string userId, CancellationToken cancel)
    {
        var ids = await db.Submissions.Where(s => s.AuthorUserId == userId).OrderBy(s => s.ReceivedUtc).Select(s => s.Id).ToListAsync(cancel);
        return ids.Count == 0 ? null : new JsonArray([.. await data.OfAsync(ids, cancel)]);
    }

    public async Task EraseAsync(string userId, CancellationToken cancel)
    {
        foreach (var submission in await db.Submissions.Where(s => s.AuthorUserId == userId).ToListAsync(cancel)) await erasure.EraseAsync(submission, ErasureExtent.Whole, cancel);
    }
}
