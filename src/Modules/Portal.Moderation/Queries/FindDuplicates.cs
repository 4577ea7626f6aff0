using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Abuse;
using Portal.Moderation.Models;

namespace Portal.Moderation.Queries;

/// <summary>Finds an earlier submission to the same consultation that says the same, or nearly.</summary>
public sealed class FindDuplicates(PortalDb db)
{
    /// <summary>Texts that share a band are compared themselves, so many at most.</summary>
    const int Compared = 5;
    const double Alike = 0.6;

    /// <summary>The index leads to one of however many equal ones.</summary>
    static readonly Func<PortalDb, string, long, CancellationToken, Task<string?>> Equal = CompiledQuery.Single((PortalDb db, string consultationSet, long hash, CancellationToken cancel) =>
        db.Set<SubmissionFingerprint>().Where(f => f.ConsultationSet == consultationSet && f.Hash == hash).OrderBy(f => f.SubmissionId).Select(f => f.SubmissionId).FirstOrDefault());

    /// <param name="trace">Of the text (<see cref="TextTrace.Of"/>).</param>
    /// <returns>The label, with the earlier submission; null where there is none.</returns>
    public async Task<(string Label, string OtherId)?> RunAsync(string consultationSet, string body, IReadOnlyList<(int Band, long Hash)> trace, CancellationToken cancel)
    {
        var (whole, bands) = (trace[0].Hash, trace.Skip(1).Select(t => t.Hash).ToList());
        if (await Equal(db, consultationSet, whole, cancel) is { } equal) return (Labels.Duplicate, equal);
        if (bands.Count == 0) return null;

        var candidates = db.SubmissionFingerprints.Where(f => f.ConsultationSet == consultationSet && bands.Contains(f.Hash)).Select(f => f.SubmissionId).Distinct().OrderBy(id => id).Take(Compared);
        var texts = await (from submission in db.Submissions
                           join version in db.SubmissionVersions on new { submission.Id, Number = submission.CurrentVersion } equals new { Id = version.SubmissionId, version.Number }
                           where candidates.Contains(submission.Id)
                           select new { submission.Id, version.Body }).AsNoTracking().ToListAsync(cancel);
        return texts.FirstOrDefault(t => TextTrace.Resemblance(t.Body, body) >= Alike) is { } similar ? (Labels.Similar, similar.Id) : null;
    }
}
