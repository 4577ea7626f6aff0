using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Privacy;
using Portal.Review.Models;

namespace Portal.Review;

/// <summary>What a person wrote and did in reviews.</summary>
public sealed class ReviewData(PortalDb db) : IPersonalData
{
    /// <summary>English message ids of what people read beside it.</summary>
    public static readonly PersonalDataLabels Labels = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["words"] = "Words", ["passage"] = "Passage" });

    public string Title => "Reviews of texts";

    public async Task<JsonNode?> OfAccountAsync(string userId, CancellationToken cancel)
    {
        var entries = await db.ReviewEntries.AsNoTracking().Where(e => e.ById == userId).OrderBy(e => e.Id).ToListAsync(cancel);
        return entries.Count == 0 ? null : new JsonArray([.. entries.Select(e => new JsonObject { ["atUtc"] = e.AtUtc, ["what"] = e.Kind.ToString(), ["subject"] = e.ContentItemId, ["words"] = e.Note, ["passage"] = e.Quote })]);
    }

    /// <summary>Nobody waits for an account that is gone. What it wrote stays in the conversation under no name: names are looked up, and this one is no longer found.</summary>
    public async Task EraseAsync(string userId, CancellationToken cancel)
    {
        await db.Reviews.Where(r => r.AssignedToId == userId).ExecuteUpdateAsync(r => r.SetProperty(x => x.AssignedToId, (string?)null), cancel);
        await db.Reviews.Where(r => r.AskedById == userId).ExecuteUpdateAsync(r => r.SetProperty(x => x.AskedById, (string?)null), cancel);
    }
}
