using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;
using Portal.Moderation.Text;
using Portal.TransparencyLog.Api;
using Portal.TransparencyLog.Merkle;
using Portal.TransparencyLog.Models;

namespace Portal.Moderation;

/// <summary>Opens the log's entries about submissions, for the holder of a receipt and for <c>log verify</c>.</summary>
public sealed class SubmissionLogSource(PortalDb db) : ILogSource
{
    /// <summary>Submissions that are compared at a time.</summary>
    const int Batch = 2000;

    public IReadOnlyDictionary<string, string> Kinds => SubmissionEventKinds.InLog;

    public async Task<IReadOnlyList<HeldEvent>?> FindAsync(string receipt, CancellationToken cancel)
    {
        if (ReceiptCode.Read(receipt) is not { } code) return null;
        var hash = ReceiptCode.Hash(code);
        if (await db.Submissions.Where(s => s.ReceiptHash == hash).Select(s => s.Id).SingleOrDefaultAsync(cancel) is not { } id) return null;
        return [.. (await db.SubmissionEvents.AsNoTracking().Where(e => e.SubmissionId == id).OrderBy(e => e.Id).ToListAsync(cancel)).Select(Held)];
    }

#pragma warning disable CA1309 // In SQL these become < and >, which compare bytes on both databases.
    public async IAsyncEnumerable<HeldEvent> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var after = "";
        while (true)
        {
            var submissions = await db.Submissions.AsNoTracking().Where(s => string.Compare(s.Id, after) > 0).OrderBy(s => s.Id).Take(Batch).ToListAsync(cancel);
            // The last part has no end: events of submissions that are not there any more may lie beyond.
            var end = submissions.Count == Batch ? submissions[^1].Id : null;
            foreach (var held in await CompareAsync(after, end, submissions, cancel)) yield return held;
            if (end is null) yield break;
            after = end;
        }
    }

    async Task<IReadOnlyList<HeldEvent>> CompareAsync(string after, string? end, List<Submission> submissions, CancellationToken cancel)
    {
        var events = await db.SubmissionEvents.AsNoTracking().Where(e => string.Compare(e.SubmissionId, after) > 0 && (end == null || string.Compare(e.SubmissionId, end) <= 0)).OrderBy(e => e.Id).ToListAsync(cancel);
        var versions = await db.SubmissionVersions.AsNoTracking().Where(v => string.Compare(v.SubmissionId, after) > 0 && (end == null || string.Compare(v.SubmissionId, end) <= 0)).ToListAsync(cancel);
        var decisions = await db.SubmissionDecisions.AsNoTracking().Where(d => string.Compare(d.SubmissionId, after) > 0 && (end == null || string.Compare(d.SubmissionId, end) <= 0)).ToListAsync(cancel);
        return SubmissionComparison.Compare(submissions, events, versions, decisions);
    }
#pragma warning restore CA1309

    internal static HeldEvent Held(SubmissionEvent happened) => new(happened.Leaf, happened is { Salt: { } salt, Opening: { } bytes } ? new(salt, bytes) : null)
    {
        Erases = happened.Opening is { } said && happened.Kind == SubmissionEventKinds.Erased ? ErasedBy(said) : [],
    };

    static IReadOnlyList<Digest> ErasedBy(byte[] said) =>
        [.. (JsonNode.Parse(said)?["erases"]?.AsArray() ?? []).Select(leaf => Digest.TryParse((string?)leaf, out var digest) ? digest : default)];
}
